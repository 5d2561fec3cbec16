package io.github.broadsheet.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What JShell weaves into all code of cells from JDK 20 on: a question in each loop and method
 * whether to stop. Until then {@code Thread.stop} does it, but not where all that is thrown is
 * caught in a loop; so it is woven into such classes, and only these.
 */
final class LoopChecks {
  private static final int OWN_CHECKS = 20;
  private static final String CHECK = StopCheck.class.getName().replace('.', '/');

  private LoopChecks() {}

  /** The class with the question; the same if it needs none. */
  static byte[] woven(byte[] code) {
    boolean needed =
        Runtime.version().feature() < OWN_CHECKS
            && new String(code, StandardCharsets.ISO_8859_1).contains("java/lang/Throwable");
    if (!needed) {
      return code;
    }
    ClassReader reader = new ClassReader(code);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Weaver(writer), 0);
    return writer.toByteArray();
  }

  private static final class Weaver extends ClassVisitor {
    Weaver(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      // A class whose start is stopped could not be used any more.
      return name.equals("<clinit>") ? next : new Method(next);
    }
  }

  private static final class Method extends MethodVisitor {
    private final Set<Label> passed = new HashSet<>();

    Method(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      check();
    }

    @Override
    public void visitLabel(Label label) {
      super.visitLabel(label);
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) { // back to where it came from
        check();
      }
      super.visitJumpInsn(opcode, label);
    }

    private void check() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECK, "run", "()V", false);
    }
  }
}
