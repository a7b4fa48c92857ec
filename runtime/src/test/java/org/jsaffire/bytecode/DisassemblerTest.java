package org.jsaffire.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jsaffire.bytecode.CodeBuilder.Label;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.Visibility;
import org.junit.jupiter.api.Test;

class DisassemblerTest {
  private static String text(CodeBuilder code) {
    return Disassembler.text(new FileCode("/x.sf", "\\", code.build(), List.of("io", "A")));
  }

  private static CodeBuilder builder(String name) {
    return new CodeBuilder(name, "\\A", "/x.sf", 0, List.of("x"));
  }

  private static void end(CodeBuilder code) {
    code.emit(Opcode.NULL);
    code.emit(Opcode.RETURN);
  }

  @Test
  void linesOffsetsNamesAndOperandsStandInTheirColumns() {
    CodeBuilder code = builder("");
    code.line(1);
    code.emit2(Opcode.IMPORT, code.constant(new Constants.Import("io", "\\io")), 0);
    code.line(12);
    code.emit(Opcode.LOAD_GLOBAL, 0);
    code.emitCached(Opcode.LOAD_METHOD, code.constant("println"));
    code.emit(Opcode.CONST, code.constant("hi"));
    code.line(13);
    code.emit(Opcode.CALL, 1);
    code.emit(Opcode.RETURN);
    assertEquals(
        """
            1         0 IMPORT              \\io, io

           12         2 LOAD_GLOBAL         io
                      3 LOAD_METHOD         println, $0
                      5 CONST               "hi"

           13         6 CALL                $1
                      7 RETURN\s\s\s\s\s\s\s\s\s\s\s\s\s\s
        """,
        text(code));
  }

  @Test
  void labelsStandInFrontOfWhatJumpsAndHandlersReferTo() {
    CodeBuilder code = builder("");
    Label skip = new Label();
    Label stub = new Label();
    code.line(2);
    code.emit(Opcode.TRUE);
    code.jump(Opcode.JUMP_IF_FALSE, skip);
    code.emit(Opcode.INT, -8);
    code.emit(Opcode.STORE_LOCAL, 0);
    code.handler(2, 4, 6, false);
    code.handler(2, 6, 6, true);
    code.place(skip);
    code.endFinally(0, List.of(stub));
    code.place(stub);
    code.line(3);
    code.setStack(1);
    code.emit(Opcode.STORE_LOCAL, code.newTemporary());
    end(code);
    assertEquals(
        """

            2         0 TRUE\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s
                      1 JUMP_IF_FALSE       #L2
        #L1:
                      2 INT                 -8
                      3 STORE_LOCAL         x
        #L2:
                      4 END_FINALLY         x, #L3

        #L3:
            3         6 STORE_LOCAL         %1
                      7 NULL\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s
                      8 RETURN\s\s\s\s\s\s\s\s\s\s\s\s\s\s

        .catch   #L1, #L2, #L3
        .finally #L1, #L3, #L3
        """,
        text(code));
  }

  @Test
  void literalsAreWrittenAsTheyAre() {
    CodeBuilder code = builder("");
    for (Object literal :
        List.of(
            "a\"b\\\n\r\t\u0001é",
            -5_000_000_000L,
            BigInteger.TWO.pow(70),
            new BigDecimal("1.50"),
            new Constants.Regex("a\\/b", "im"),
            true,
            Constants.Null.NULL)) {
      code.emit(Opcode.CONST, code.constant(literal));
    }
    code.emit(Opcode.MATCH_TYPE, code.constant(new Constants.TypeReference("A", null, 1)));
    code.emit(Opcode.MATCH_TYPE, code.constant(new Constants.TypeReference("b\\C", "\\b\\C", -1)));
    code.emit(Opcode.CHECK_STRUCTURE);
    code.emit(Opcode.NULL);
    code.emit(Opcode.NULL);
    code.emit(Opcode.NULL);
    code.emit(Opcode.BUILD_STRUCTURE, code.constant(new Constants.Numbers(List.of(1, 2))));
    code.emit(Opcode.RETURN);
    List<String> operands = text(code).lines().map(line -> line.substring(36).strip()).toList();
    assertEquals(
        List.of(
            "\"a\\\"b\\\\\\n\\r\\t\\x01é\"",
            "-5000000000",
            "1180591620717411303424",
            "1.50",
            "regex(/a\\/b/im)",
            "true",
            "null",
            "A",
            "\\b\\C",
            "",
            "",
            "",
            "",
            "$1, $2",
            ""),
        operands);
  }

  @Test
  void methodsStandBehindTheirNames() {
    CodeBuilder body = builder("m");
    body.line(1);
    body.emit(Opcode.RETURN_SELF);
    MethodCode method =
        new MethodCode("m", Visibility.PUBLIC, false, false, false, List.of(), body.build());
    MethodCode missing =
        new MethodCode("n", Visibility.PUBLIC, false, true, false, List.of(), null);
    TypeDefinitionCode type =
        new TypeDefinitionCode(
            "A",
            "\\A",
            false,
            false,
            false,
            null,
            List.of(),
            List.of(method, new ConstantCode("C", 1L), missing, method));
    CodeBuilder code = builder("");
    code.line(1);
    code.emit(Opcode.PREPARE_TYPE, code.constant(type));
    code.emit(Opcode.DEFINE_TYPE, code.constant(type));
    code.emit(Opcode.STORE_GLOBAL, 1);
    end(code);
    assertEquals(
        """
            1         0 PREPARE_TYPE        \\A
                      1 DEFINE_TYPE         \\A, @\\A.m, @\\A.m.2
                      2 STORE_GLOBAL        A
                      3 NULL\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s\s
                      4 RETURN\s\s\s\s\s\s\s\s\s\s\s\s\s\s


        @\\A.m:
            1         0 RETURN_SELF\s\s\s\s\s\s\s\s\s


        @\\A.m.2:
            1         0 RETURN_SELF\s\s\s\s\s\s\s\s\s
        """,
        text(code));
  }

  @Test
  void allCodeOfTheCompilerHasAText() {
    for (FileCode code : CodeSamples.golden()) {
      String text = Disassembler.text(code);
      assertFalse(text.isEmpty());
      text.lines()
          .filter(line -> !line.isEmpty() && "#@.".indexOf(line.charAt(0)) < 0)
          .forEach(
              line ->
                  assertTrue(
                      line.matches("[ \\d]{4}[ \\d] {5}[ \\d]{4,}\\d [A-Z_0-9]+ .*"),
                      code.file() + ": " + line));
      assertFalse(text.contains("null:"), code.file());
    }
  }
}
