package org.jsaffire.bytecode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps the table of instructions in docs/bytecode.md true. */
class BytecodePageTest {
  private static final Path PAGE = Path.of("../docs/bytecode.md");
  private static final String MARK = "<!-- made from Opcode";

  @Test
  void thePageHasEveryInstructionAsItIs() throws IOException {
    String page = new String(Files.readAllBytes(PAGE), UTF_8);
    int table = page.indexOf("\n", page.indexOf(MARK)) + 1;
    String wanted = page.substring(0, table) + table();
    if (Boolean.getBoolean("jsaffire.rewrite")) {
      Files.write(PAGE, wanted.getBytes(UTF_8));
    }
    assertEquals(
        wanted,
        new String(Files.readAllBytes(PAGE), UTF_8),
        "docs/bytecode.md is stale: run this test with -Djsaffire.rewrite=true");
  }

  private static String table() {
    StringBuilder out = new StringBuilder("\n| | Name | Operands | Stack | Meaning | Raises |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (Opcode opcode : Opcode.values()) {
      out.append("| ").append(opcode.code()).append(" | ").append(opcode.name());
      out.append(" | ").append(operands(opcode)).append(" | `").append(opcode.stack());
      out.append("` | ").append(escaped(opcode.meaning()));
      out.append(" | ").append(escaped(opcode.errors())).append(" |\n");
    }
    return out.toString();
  }

  private static String operands(Opcode opcode) {
    if (opcode.operand() == Operand.NONE) {
      return "";
    }
    return opcode.second() == Operand.NONE
        ? opcode.operand().name()
        : opcode.operand() + ", " + opcode.second();
  }

  /** Bars and asterisks mean something in a table. */
  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("~", "\\~").replace("<", "&lt;");
  }
}
