"""Java for each check of jupyter_kernel_test; run with unittest, the kernel found by JUPYTER_PATH."""

import unittest

import jupyter_kernel_test


class Broadsheet(jupyter_kernel_test.KernelTests):
    kernel_name = "broadsheet"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("to stderr");'
    completion_samples = [
        {"text": '"text".toUpperC', "matches": {"toUpperCase("}},
        {"text": "import java.util.concurrent.at", "matches": {"atomic"}},
    ]
    complete_code_samples = ["int a = 1;", "1 + 1", "record P(int x) {}", ""]
    incomplete_code_samples = ["if (true) {", "int twice(int x) {", 'String s = """', "1 +"]
    invalid_code_samples = ["int = 3;", "}", "call(]"]
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1+2+3", "result": "6"},
        {"code": "List.of(1, 4, 9)", "result": "[1, 4, 9]"},
    ]
    code_display_data = [{"code": 'String shown = display("x");', "mime": "text/plain"}]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "String.valueOf("
    code_clear_output = "clearOutput();"
    code_page_something = "String.valueOf?"


if __name__ == "__main__":
    unittest.main(verbosity=2)
