"""Serves the JupyterLab that build.js made, on Debian's jupyter_server."""

import os

from jupyterlab_server import LabServerApp

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, "build")
os.environ["JUPYTER_NO_CONFIG"] = "1"


def _jupyter_server_extension_points():
    return [{"module": __name__, "app": Lab}]


class Lab(LabServerApp):
    name = __name__
    app_name = "JupyterLab for tests"
    app_version = "4.6"
    extension_url = default_url = "/lab"
    load_other_extensions = False
    static_dir = BUILD
    app_settings_dir = os.path.join(BUILD, "application_settings")
    schemas_dir = os.path.join(BUILD, "schemas")
    themes_dir = os.path.join(BUILD, "themes")
    templates_dir = os.path.join(HERE, "templates")
    user_settings_dir = os.path.join(HERE, "run", "user_settings")
    workspaces_dir = os.path.join(HERE, "run", "workspaces")

    def initialize_settings(self):
        super().initialize_settings()
        self.serverapp.web_app.settings["terminals_available"] = False


if __name__ == "__main__":
    Lab.launch_instance()
