package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClientSafetyTest extends ServedTest {
  @Test
  void sendsTheTokenToItsOwnHostOnly() {
    TestServer other = server((seen, number) -> Reply.ok("[\"other\"]"));
    TestServer home =
        server(
            (seen, number) ->
                number == 0
                    ? Reply.redirect("/moved")
                    : Reply.redirect(other.uri() + "/elsewhere"));
    JsonNode answer = ask(home.uri().toString(), Map.of("HF_TOKEN", "hf_verysecret123"));
    assertThat(answer.get(0).asText()).isEqualTo("other");
    assertThat(home.seen())
        .extracting(seen -> seen.headers().get("Authorization"))
        .containsExactly("Bearer hf_verysecret123", "Bearer hf_verysecret123");
    assertThat(other.seen()).hasSize(1);
    assertThat(other.seen().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void sendsNoTokenOnceAnotherHostHasHadItsSay() {
    AtomicReference<String> back = new AtomicReference<>("");
    TestServer other = server((seen, number) -> Reply.redirect(back.get() + "/settings"));
    TestServer home =
        server(
            (seen, number) ->
                number == 0 ? Reply.redirect(other.uri() + "/there") : Reply.ok("[]"));
    back.set(home.uri().toString());
    assertThat(ask(home.uri().toString(), Map.of("HF_TOKEN", "hf_verysecret123"))).isEmpty();
    assertThat(home.targets()).containsExactly("/api/daily_papers?p=0", "/settings");
    assertThat(home.seen().get(0).headers()).containsKey("Authorization");
    assertThat(home.seen().get(1).headers()).doesNotContainKey("Authorization");
    assertThat(other.seen().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void neverSendsTheTokenInTheClearOrToArxiv() {
    Settings plain =
        Settings.of(Map.of("HF_ENDPOINT", "http://93.184.216.34", "HF_TOKEN", "secret"));
    assertThat(plain.tokenFor(Service.HUGGING_FACE, URI.create("http://93.184.216.34/api")))
        .isNull();
    Settings usual = Settings.of(Map.of("HF_TOKEN", "secret"));
    assertThat(usual.tokenFor(Service.HUGGING_FACE, URI.create("https://huggingface.co:443/api")))
        .isEqualTo("secret");
    assertThat(usual.tokenFor(Service.HUGGING_FACE, URI.create("https://export.arxiv.org/api")))
        .isNull();
    assertThat(
            usual.tokenFor(
                Service.HUGGING_FACE, URI.create("https://huggingface.co.evil.example/")))
        .isNull();
  }

  @Test
  void neverTellsTheToken() {
    TestServer server =
        server((seen, number) -> Reply.of(401, "bad token " + seen.headers().get("Authorization")));
    String token = "topsecret-0123456789";
    PapersException failure =
        catchThrowableOfType(
            PapersException.class,
            () -> ask(server.uri() + "/" + token, Map.of("HF_TOKEN", token)));
    assertThat(failure)
        .hasMessageContaining("HF_TOKEN was not accepted: renew it at")
        .hasMessageNotContaining(token);
    assertThat(String.valueOf(failure.url())).doesNotContain(token);
    assertThat(Settings.of(Map.of("HF_TOKEN", token)).toString()).doesNotContain(token);
    Throwable broken = catchThrowable(() -> Settings.of(Map.of("HF_TOKEN", token + "\nx")));
    assertThat(broken)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("HF_TOKEN")
        .hasMessageNotContaining(token);
  }

  @Test
  void refusesAnEndpointThatIsNoServerWithoutRepeatingIt() {
    for (String bad :
        List.of("huggingface.co", "file:///etc", "https://me:hf_secret@hub.example", "http:// x")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Settings.of(Map.of("HF_ENDPOINT", bad)))
          .withMessage(
              "HF_ENDPOINT is not the address of a server. Write it like https://huggingface.co"
                  + " (http or https; no user name, password or query in it), or unset it.");
    }
  }

  @Test
  void followsNoRedirectIntoThisMachineOrOutOfTheWeb() {
    URI remote = URI.create("https://93.184.216.34/api");
    for (String bad :
        List.of(
            "https://127.0.0.1/",
            "https://localhost:8888/",
            "https://[::1]/",
            "https://169.254.169.254/meta",
            "https://10.0.0.1/",
            "file:///etc/passwd",
            "http://93.184.216.34/",
            "https://user:pass@93.184.216.34/",
            "https://:bad")) {
      assertThat(catchThrowable(() -> Redirects.next(remote, bad)))
          .as(bad)
          .isInstanceOf(Trouble.class)
          .hasMessageStartingWith("redirects to ");
    }
    assertThat(message(failure(Reply.redirect("file:///etc/passwd"))))
        .contains(
            "127.0.0.1 redirects to an address that is not http or https (file:).\nTried once");
    assertThat(message(failure(Reply.redirect("/api/daily_papers?p=0"))))
        .contains("127.0.0.1 redirects to itself or in a long chain.");
  }

  @Test
  void touchesNothingWhenOffline() {
    TestServer server = server((seen, number) -> Reply.ok("[]"));
    PapersException failure =
        catchThrowableOfType(
            PapersException.class,
            () -> ask(server.uri().toString(), Map.of("BROADSHEET_OFFLINE", "1")));
    assertThat(failure)
        .hasMessage(
            "Could not fetch the Daily Papers of 2025-10-29: BROADSHEET_OFFLINE is set, so"
                + " 127.0.0.1 was not asked.\nUnset it to use the network. Papers.archive(), Papers.sample() and"
                + " Papers.read(file) work without.");
    assertThat(failure.attempts()).isZero();
    assertThat(server.seen()).isEmpty();
    assertThat(ask(server.uri().toString(), Map.of("BROADSHEET_OFFLINE", "0"))).isEmpty();
  }
}
