package io.github.broadsheet.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final Machine MACHINE =
      new Machine(
          "/home/mkeller",
          "mkeller",
          "lab-17",
          Map.of("HF_TOKEN", "not-shaped-like-one", "PATH", "/usr/bin", "MY_API_KEY", "enabled"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "file /home/mkeller/data/x.csv|file ~/data/x.csv",
        "saved to /home/mkeller.|saved to ~.",
        "/home/other/notes.txt|~/notes.txt",
        "\"C:\\\\Users\\\\Ann\\\\x\"|\"~\\\\x\"",
        "by mkeller on lab-17|by [user] on [host]",
        "String password = \"hunter2x\";|String password = \"[redacted]\";",
        "var apiKey = \"abcd-efgh\";|var apiKey = \"[redacted]\";",
        "{\"client_secret\": \"s3cr3t\"}|{\"client_secret\": \"[redacted]\"}",
        "token=8f14e45fceea167a|token=[redacted]",
        "String token = \"8f14e45fceea167a\";|String token = \"[redacted]\";",
        "password=&quot;hunter2x&quot;|password=&quot;[redacted]&quot;",
        "x hf_abcdefghijklmnopqrstuvwxyz012345 y|x [redacted] y",
        "https://ann:pw@example.org/a|https://[redacted]@example.org/a",
        "https://example.org/a?api_key=abc&n=1|https://example.org/a?api_key=[redacted]&n=1",
        "Authorization: Bearer abc123def456ghi7|Authorization: Bearer [redacted]",
        "is not-shaped-like-one here|is [redacted] here",
        "-----BEGIN RSA PRIVATE KEY-----\\nMII\\n-----END RSA PRIVATE KEY-----|[redacted]"
      })
  void takesOut(String text, String clean) {
    assertThat(redact(text)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Token: a survey of tokens, secrets and passwords in 2024",
        "Trend.of(papers, \"token: token|tokens\", \"secret\")",
        "String token = \"attention\";",
        "var token = System.getenv(\"HF_TOKEN\");",
        "int tokens = 128000; maxTokens = 4096",
        "password = readPassword(console)",
        "export HF_TOKEN=${TOKEN}",
        "from the root of a tree; the lab is enabled",
        "https://medium.com/@name and a@b.org",
        "https://arxiv.org/abs/2405.17430?download=1&topic=token",
        "hf_hub_download(repo) and hf_transfer",
        "/homepage/about and https://x.org/home/ann/",
        "Mkellerite, lab-170 and mkeller-like",
        "Next-token: prediction2024 is hard"
      })
  void leavesAnOrdinaryNotebookAlone(String text) {
    assertThat(redact(text)).isEqualTo(text);
  }

  @Test
  void leavesCommonNamesOfUserAndMachineAlone() {
    Machine common = new Machine("/root", "root", "studio", Map.of());
    assertThat(new Secrets(common).redact("root of the studio: /root/x /roots", kind -> {}))
        .isEqualTo("root of the studio: ~/x /roots");
  }

  @Test
  void cleansPageAndNotebookAndSaysWhatAndWhere() throws IOException {
    String key = "-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----";
    SharedPage page =
        new Pages()
            .text("# By mkeller")
            .code(
                "String password = \"hunter2x\";",
                new Output.Stream("stdout", key + "\n/home/mkeller/a\n/home/mkeller/b\n"),
                Pages.shown("application/json", Map.of("password", "hunter2x", "n", 1)),
                Pages.chart("hf_abcdefghijklmnopqrstuvwxyz012345", "bar"))
            .page(false, MACHINE);
    String link = Jsoup.parse(page.html()).select("a[download]").attr("href");
    String inside = new String(Base64.getDecoder().decode(link.replaceFirst(".*,", "")), "UTF-8");
    for (String written : new String[] {page.html(), inside}) {
      assertThat(written)
          .doesNotContain("mkeller", "hunter2x", "MIIabc", "hf_abcdefgh")
          .contains(Pages.PNG);
    }
    assertThat(page.redactions())
        .contains("the user name (cell 1)", "the home directory (cell 2), 2 times")
        .anyMatch(note -> note.startsWith("a private key (cell 2)"))
        .anyMatch(note -> note.startsWith("a password or key (cell 2)"))
        .noneMatch(note -> note.contains("hunter2x"));
  }

  @Test
  void keepsTheNamesThatToolsNeed() throws IOException {
    Machine machine = new Machine("", "java", "", Map.of());
    Machine odd = new Machine("", "markdown", "", Map.of());
    for (Machine each : new Machine[] {machine, odd}) {
      var clean = Redaction.of(new Pages().text("# markdown").notebook(), each).notebook();
      assertThat(clean.language()).hasValue("java");
      assertThat(clean.cells().get(0).type())
          .isEqualTo(io.github.broadsheet.notebook.NotebookCell.Type.MARKDOWN);
    }
  }

  @Test
  void anOrdinaryNotebookHasNothingToTakeOut() throws IOException {
    assertThat(new Pages().text("# Tokens").code("1 + 1").page(false, MACHINE).redactions())
        .isEmpty();
  }

  private static String redact(String text) {
    return new Secrets(MACHINE).redact(text, kind -> {});
  }
}
