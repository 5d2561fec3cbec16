package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivTermsTest {

  @ParameterizedTest
  @CsvSource({
    "2405.17430, 2405.17430",
    "2405.17430v12, 2405.17430",
    "0704.0001, 0704.0001",
    "arXiv:2405.17430, 2405.17430",
    "http://arxiv.org/abs/astro-ph/0601001v1, astro-ph/0601001",
    "math.GT/0309136v3, math/0309136",
    "math/0309136, math/0309136",
    "arXiv:HEP-TH/9901001, hep-th/9901001",
    "cond-mat.stat-mech/0303028, cond-mat/0303028",
    "https://arxiv.org/pdf/2405.17430v2.pdf, 2405.17430",
    "https://huggingface.co/papers/2405.17430, 2405.17430",
    "oai:arXiv.org:2508.13426v1, 2508.13426",
    "10.48550/arXiv.2405.17430, 2405.17430",
  })
  void findsTheIdWithoutVersion(String text, String id) {
    assertThat(ArxivTerms.id(text)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2405.1", "24051.7430", "https://example.org/2405.17430", "ink"})
  void findsNoneElsewhere(String text) {
    assertThat(ArxivTerms.id(text)).isNull();
  }

  @Test
  void dropsCodesOfOtherSchemesAndPutsThePrimaryFirst() {
    assertThat(
            ArxivTerms.categories(
                "cs.LG",
                List.of("cs.AI", "68T45, 62H30", "I.2.10; I.4", "cs.LG", "F.2.2", "05C15")))
        .containsExactly("cs.LG", "cs.AI");
  }

  @Test
  void knowsEveryCategoryOfArxiv() throws IOException {
    JsonNode rows =
        new ObjectMapper()
            .readTree(RealData.path("arxiv-categories/arXiv_categories.json").toFile());
    for (JsonNode row : rows) {
      String subject = row.path("subject_class").asText();
      String category = row.path("archive").asText() + (subject.isEmpty() ? "" : "." + subject);
      assertThat(ArxivTerms.categories(null, List.of(category))).containsExactly(category);
    }
    assertThat(rows).hasSize(193);
  }
}
