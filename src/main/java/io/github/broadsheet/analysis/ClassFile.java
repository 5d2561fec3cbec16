package io.github.broadsheet.analysis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file in memory. */
final class ClassFile extends SimpleJavaFileObject {
  private final String className;
  private byte[] bytes;

  ClassFile(String className, byte[] bytes) {
    super(URI.create("cell:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    this.className = className;
    this.bytes = bytes;
  }

  String className() {
    return className;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public OutputStream openOutputStream() {
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        bytes = toByteArray();
      }
    };
  }
}
