package io.github.broadsheet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTest {
  @TempDir Path folder;

  @Test
  void readsWhatAClientWrote() throws IOException {
    ConnectionFile file = TestClient.freePorts();
    Path path = TestClient.write(file, folder.resolve("kernel.json"));
    assertThat(ConnectionFile.read(path)).usingRecursiveComparison().isEqualTo(file);
  }

  @Test
  void saysWhichPortIsMissing() throws IOException {
    Path path = Files.writeString(folder.resolve("k.json"), "{\"shell_port\": 5000}");
    assertThatThrownBy(() -> ConnectionFile.read(path))
        .hasMessageContaining("k.json")
        .hasMessageContaining("\"control_port\" must be a port from 1 to 65535; found nothing");
  }

  @Test
  void saysThatItIsNotJson() throws IOException {
    Path path = Files.writeString(folder.resolve("k.json"), "hello");
    assertThatThrownBy(() -> ConnectionFile.read(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not JSON");
  }

  @Test
  void keepsTheKeyOutOfItsText() {
    ConnectionFile file = TestClient.freePorts();
    assertThat(file.toString()).doesNotContain(file.key());
  }
}
