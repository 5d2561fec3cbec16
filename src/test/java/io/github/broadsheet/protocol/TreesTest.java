package io.github.broadsheet.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is Jackson's own mapper. */
class TreesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Random random = new Random(3);

  @Test
  void readsAndWritesWhatAMapperDoes() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      JsonNode tree = tree(4);
      String text = Trees.write(tree);
      assertThat(text).isEqualTo(mapper.writeValueAsString(tree));
      JsonNode read = Trees.read(text.getBytes(UTF_8));
      assertThat(read).isEqualTo(mapper.readTree(text));
      assertThat(Trees.write(read)).isEqualTo(mapper.writeValueAsString(mapper.readTree(text)));
    }
  }

  @Test
  void takesTheLastOfEqualNamesAndNothingForNoText() throws IOException {
    assertThat(Trees.read("{\"a\":1,\"a\":2}".getBytes(UTF_8)).path("a").asInt()).isEqualTo(2);
    assertThat(Trees.read("  ".getBytes(UTF_8)).isMissingNode()).isTrue();
    assertThat(Trees.read("\uFEFF{}".getBytes(UTF_8)).isObject()).as("a byte order mark").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1,", "{\"a\"}", "{} {}", "1 2", "nul", "]", "\"a", "[1}", "{1:2}"})
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> Trees.read(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
  }

  private JsonNode tree(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(random.nextLong());
      case 4 -> NODES.numberNode(random.nextGaussian());
      case 5 -> NODES.numberNode((float) random.nextGaussian());
      case 6 -> NODES.numberNode(new BigInteger(100, random));
      case 7 -> NODES.numberNode(new BigDecimal(new BigInteger(70, random), 9));
      case 8 -> NODES.numberNode(random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY);
      case 9 -> NODES.textNode(text());
      case 10 -> {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          array.add(tree(depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
          object.set(text(), tree(depth - 1));
        }
        yield object;
      }
    };
  }

  private String text() {
    String signs = "ab\"\\/\n\t\u0000\u2028é中😀<>'";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      int at = random.nextInt(signs.codePointCount(0, signs.length()));
      text.appendCodePoint(signs.codePointAt(signs.offsetByCodePoints(0, at)));
    }
    return text.toString();
  }
}
