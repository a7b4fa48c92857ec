package org.jsaffire.bytecode;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsaffire.bytecode.CodeBlock.Handler;
import org.jsaffire.bytecode.CodeBuilder.Label;
import org.jsaffire.bytecode.TypeDefinitionCode.ConstantCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MemberCode;
import org.jsaffire.bytecode.TypeDefinitionCode.MethodCode;
import org.jsaffire.bytecode.TypeDefinitionCode.ParameterCode;
import org.jsaffire.bytecode.TypeDefinitionCode.PropertyCode;
import org.jsaffire.bytecode.TypeDefinitionCode.Visibility;
import org.jsaffire.object.RegexCompiler;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VerifierTest {
  private static final Verifier VERIFIER =
      new Verifier((pattern, flags) -> RegexCompiler.check(pattern, flags) == null);

  private static final List<String> GLOBALS = List.of("io", "a");

  @Test
  void theCompilersCodePasses() {
    List<FileCode> samples = CodeSamples.golden();
    assertFalse(samples.isEmpty());
    for (FileCode code : samples) {
      assertDoesNotThrow(() -> VERIFIER.verify(code), code.file());
    }
    assertDoesNotThrow(() -> VERIFIER.verify(CodeSamples.mixed()));
  }

  @Test
  void generatedProgramsPass() {
    long seed = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      String source = new SourceGenerator(new Random(seed + i)).program();
      FileCode code = CodeSamples.compile(source);
      assertDoesNotThrow(() -> VERIFIER.verify(code), () -> "seed " + seed + "\n" + source);
    }
  }

  private static FileCode file(CodeBlock main) {
    return new FileCode("/x.sf", "\\", main, GLOBALS);
  }

  private static void refuse(CodeBlock block, String message) {
    BytecodeException e = assertThrows(BytecodeException.class, () -> VERIFIER.verify(file(block)));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private static CodeBlock topLevel(Consumer<CodeBuilder> body) {
    CodeBuilder code = new CodeBuilder("", "\\", "/x.sf", 0, List.of("x", "y"));
    body.accept(code);
    return code.build();
  }

  private static DynamicTest refused(String name, String message, Consumer<CodeBuilder> body) {
    return dynamicTest(name, () -> refuse(topLevel(body), message));
  }

  private static void end(CodeBuilder code) {
    code.emit(Opcode.NULL);
    code.emit(Opcode.RETURN);
  }

  @TestFactory
  Stream<DynamicTest> operandsAreInRange() {
    return Stream.of(
        refused("no code", "found 0 ints of code", code -> {}),
        refused(
            "a slot beyond the frame",
            "STORE_LOCAL: found SET_SLOT 2, wanted less than 2",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.STORE_LOCAL, 2);
              end(code);
            }),
        refused(
            "a global beyond the file",
            "LOAD_GLOBAL: found GLOBAL 2, wanted less than 2",
            code -> {
              code.emit(Opcode.LOAD_GLOBAL, 2);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a constant beyond the table",
            "CONST: found LITERAL 0, wanted less than 0",
            code -> {
              code.emit(Opcode.CONST, 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a constant of another kind",
            "CONST: found constant 0 of kind IMPORT, wanted LITERAL",
            code -> {
              code.emit(Opcode.CONST, code.constant(new Constants.Import("io", "\\io")));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a number for a name",
            "LOAD_NAME: found constant 0 of kind LONG, wanted NAME",
            code -> {
              code.emit(Opcode.LOAD_NAME, code.constant(1L));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a cache beyond the table",
            "GET_ATTR: found CACHE 3, wanted less than 1",
            code -> {
              code.emit(Opcode.NULL);
              code.emitCached(Opcode.GET_ATTR, code.constant("n"));
              code.emit2(Opcode.GET_ATTR, code.constant("n"), 3);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a cache for two",
            "GET_ATTR: found cache 0 of another instruction",
            code -> {
              code.emit(Opcode.NULL);
              code.emitCached(Opcode.GET_ATTR, code.constant("n"));
              code.emit2(Opcode.GET_ATTR, code.constant("n"), 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "an operand of an instruction without",
            "NOP: found NONE 1, wanted less than 1",
            code -> {
              code.emit(Opcode.NOP, 1);
              end(code);
            }),
        refused(
            "four targets of an iteration",
            "ITERATE: found 4 targets, wanted 1 to 3",
            code -> {
              code.emit(Opcode.NULL);
              code.emit2(Opcode.ITERATE, code.newTemporary(), 4);
              end(code);
            }),
        refused(
            "the receiver's class outside of a method",
            "STATIC: found it at a top level",
            code -> {
              code.emit(Opcode.STATIC);
              code.emit(Opcode.RETURN);
            }));
  }

  @TestFactory
  Stream<DynamicTest> controlStaysInside() {
    return Stream.of(
        refused("running off the end", "the end of the code behind it", c -> c.emit(Opcode.NOP)),
        refused(
            "a jump into the middle of an instruction",
            "JUMP: found target 2, wanted the start of an instruction",
            code -> {
              code.emit(Opcode.JUMP, 2);
              code.emit2(Opcode.IMPORT, code.constant(new Constants.Import("io", "\\io")), 0);
              end(code);
            }),
        refused(
            "a jump out of the code",
            "JUMP: found target 77",
            code -> {
              code.emit(Opcode.JUMP, 77);
              end(code);
            }),
        refused(
            "a loop that no limit stops",
            "JUMP: found target 0, wanted one further on",
            code -> {
              code.emit(Opcode.JUMP, 0);
              end(code);
            }),
        refused(
            "a handler for its own exceptions",
            "found handler at 1, wanted an instruction from 3 on",
            code -> {
              code.handler(0, 3, 1, true);
              code.emit(Opcode.NOP);
              code.setStack(1);
              code.emit(Opcode.POP);
              end(code);
            }),
        refused(
            "a handler of nothing that is there",
            "found handler of 0 to 9",
            code -> {
              code.handler(0, 9, 0, true);
              end(code);
            }));
  }

  @TestFactory
  Stream<DynamicTest> theStackIsInOrder() {
    return Stream.of(
        refused(
            "two depths at one place",
            "POP: found stack depth",
            code -> {
              Label there = new Label();
              code.emit(Opcode.NULL);
              code.emit(Opcode.TRUE);
              code.jump(Opcode.JUMP_IF_TRUE, there);
              code.emit(Opcode.NULL);
              code.place(there);
              code.emit(Opcode.POP);
              end(code);
            }),
        refused(
            "an empty stack",
            "POP: found an empty stack",
            code -> {
              code.setStack(1);
              code.emit(Opcode.POP);
              end(code);
            }),
        refused(
            "a handler that takes two",
            "POP: found an empty stack",
            code -> {
              code.handler(0, 2, 2, false);
              end(code);
              code.setStack(2);
              code.emit(Opcode.POP);
              code.emit(Opcode.POP);
              end(code);
            }),
        dynamicTest(
            "a stack size that is too small",
            () -> {
              CodeBlock block = topLevel(VerifierTest::end);
              CodeBlock small =
                  new CodeBlock(
                      "",
                      "\\",
                      "/x.sf",
                      0,
                      2,
                      0,
                      0,
                      block.code(),
                      List.of(),
                      List.of(),
                      new int[0],
                      List.of());
              refuse(small, "NULL: found stack depth 1, wanted at most 0");
            }));
  }

  @TestFactory
  Stream<DynamicTest> valuesAreOfTheKindThatInstructionsNeed() {
    return Stream.of(
        refused(
            "a slot that may be unset",
            "LOAD_LOCAL: found a value or nothing in slot 0, wanted a value",
            code -> {
              Label there = new Label();
              code.emit(Opcode.TRUE);
              code.jump(Opcode.JUMP_IF_TRUE, there);
              code.emit(Opcode.NULL);
              code.emit(Opcode.STORE_LOCAL, 0);
              code.place(there);
              code.emit(Opcode.LOAD_LOCAL, 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "NEXT without ITERATE",
            "NEXT: found nothing in slot 0, wanted an iteration",
            code -> {
              Label end = new Label();
              code.next(0, 1, end);
              code.emit(Opcode.POP);
              code.place(end);
              end(code);
            }),
        refused(
            "an iteration as a value",
            "LOAD_LOCAL: found an iteration in slot 0",
            code -> {
              code.emit(Opcode.NULL);
              code.emit2(Opcode.ITERATE, 0, 1);
              code.emit(Opcode.LOAD_LOCAL, 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "NEXT for an iteration with other targets on another way",
            "NEXT: found one of several things in slot 0",
            code -> {
              Label there = new Label();
              Label end = new Label();
              code.emit(Opcode.NULL);
              code.emit2(Opcode.ITERATE, 0, 1);
              code.emit(Opcode.TRUE);
              code.jump(Opcode.JUMP_IF_TRUE, there);
              code.emit(Opcode.NULL);
              code.emit2(Opcode.ITERATE, 0, 2);
              code.place(there);
              code.next(0, 1, end);
              code.emit(Opcode.POP);
              code.place(end);
              end(code);
            }),
        refused(
            "a callee as a value",
            "STORE_GLOBAL: found a receiver",
            code -> {
              code.emit(Opcode.NULL);
              code.emitCached(Opcode.LOAD_METHOD, code.constant("m"));
              code.emit(Opcode.STORE_GLOBAL, 0);
              code.emit(Opcode.STORE_GLOBAL, 0);
              end(code);
            }),
        refused(
            "a call without a receiver",
            "CALL: found a value in stack place 1, wanted for RECEIVER",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.NULL);
              code.emit(Opcode.CALL, 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "the receiver of another callee",
            "SWAP: found a receiver",
            code -> {
              code.emit(Opcode.NULL);
              code.emitCached(Opcode.LOAD_METHOD, code.constant("m"));
              code.emit(Opcode.SWAP);
              code.emit(Opcode.CALL, 0);
              code.emit(Opcode.RETURN);
            }),
        refused(
            "a callee below the sign for none",
            "CALL: found a receiver in stack place 1, wanted for CALLEE",
            code -> {
              code.emit(Opcode.NULL);
              code.emitCached(Opcode.LOAD_METHOD, code.constant("m"));
              code.emit(Opcode.NO_RECEIVER);
              code.emit(Opcode.CALL, 0);
              end(code);
            }),
        refused(
            "a literal of something that was not looked at",
            "BUILD_STRUCTURE: found a value",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.BUILD_STRUCTURE, code.constant(new Constants.Numbers(List.of())));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "raising again what no handler got",
            "RETHROW: found a value",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.RETHROW);
            }),
        refused(
            "matching what may end the run",
            "MATCH_TYPE: found what a handler got",
            code -> {
              code.handler(0, 2, 2, true);
              end(code);
              code.setStack(1);
              code.emit(
                  Opcode.MATCH_TYPE, code.constant(new Constants.TypeReference("a", null, 1)));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "keeping what may end the run",
            "STORE_GLOBAL: found what a handler got",
            code -> {
              code.handler(0, 2, 2, true);
              end(code);
              code.setStack(1);
              code.emit(Opcode.STORE_GLOBAL, 0);
              end(code);
            }));
  }

  private static DynamicTest finallyPart(String name, String message, int reason, Opcode value) {
    return refused(
        name,
        message,
        code -> {
          if (value != null) {
            code.emit(value);
            code.emit(Opcode.STORE_LOCAL, 1);
          }
          code.emit(Opcode.INT, reason);
          code.emit(Opcode.STORE_LOCAL, 0);
          Label stub = new Label();
          code.endFinally(0, List.of(stub));
          end(code);
          code.place(stub);
          end(code);
        });
  }

  @TestFactory
  Stream<DynamicTest> finallyPartsGoOnWhereTheyMay() {
    return Stream.of(
        finallyPart("a reason beyond the table", "found reason 3, wanted less than 3", 3, null),
        finallyPart("a negative reason", "found a value in slot 0, wanted a reason", -1, null),
        finallyPart("nothing to raise", "found nothing in slot 1, wanted what", 1, null),
        finallyPart("a value to raise", "found a value in slot 1, wanted what", 1, Opcode.NULL),
        refused(
            "a value for a reason",
            "END_FINALLY: found a value in slot 0, wanted a reason",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.STORE_LOCAL, 0);
              code.endFinally(0, List.of());
              end(code);
            }),
        refused(
            "what was set on another way",
            "LOAD_LOCAL: found nothing in slot 1",
            code -> {
              Label there = new Label();
              Label part = new Label();
              Label stub = new Label();
              code.emit(Opcode.TRUE);
              code.jump(Opcode.JUMP_IF_TRUE, there);
              code.emit(Opcode.NULL);
              code.emit(Opcode.STORE_LOCAL, 1);
              code.emit(Opcode.INT, 0);
              code.emit(Opcode.STORE_LOCAL, 0);
              code.jump(Opcode.JUMP, part);
              code.place(there);
              code.emit(Opcode.INT, 2);
              code.emit(Opcode.STORE_LOCAL, 0);
              code.place(part);
              code.endFinally(0, List.of(stub));
              code.emit(Opcode.LOAD_LOCAL, 1);
              code.emit(Opcode.RETURN);
              code.place(stub);
              code.emit(Opcode.LOAD_LOCAL, 1);
              code.emit(Opcode.RETURN);
            }));
  }

  private static TypeDefinitionCode type(boolean isInterface, MemberCode... members) {
    return new TypeDefinitionCode(
        "A", "\\A", isInterface, false, false, null, List.of(), List.of(members));
  }

  private static MethodCode method(String name, CodeBlock body, ParameterCode... parameters) {
    return new MethodCode(
        name, Visibility.PUBLIC, false, body == null, false, List.of(parameters), body);
  }

  private static DynamicTest refusedConstant(String message, Object constant) {
    return refused(
        message,
        message,
        code -> {
          code.constant(constant);
          end(code);
        });
  }

  @TestFactory
  Stream<DynamicTest> constantsHaveTheirShape() {
    CodeBlock body = topLevel(VerifierTest::end);
    PropertyCode property = new PropertyCode("x", Visibility.PUBLIC, false, false);
    ParameterCode rest = new ParameterCode("r", null, null, true);
    return Stream.of(
        refusedConstant("found a regex that does not compile", new Constants.Regex("(a", "")),
        refusedConstant("found a number of 4000001 bits", BigInteger.ONE.shiftLeft(4_000_000)),
        refusedConstant("scale 2147483647", new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE)),
        refusedConstant("found '', wanted a name", new Constants.Import("io", "")),
        refusedConstant("found '\\..\\x', wanted a name", new Constants.Import("io", "\\..\\x")),
        refusedConstant("found '\\', wanted a name", new Constants.Import("io", "\\")),
        refusedConstant("found '/etc/x', wanted a name", new Constants.Import("/etc/x", "\\x")),
        refusedConstant("found global 2 of a type", new Constants.TypeReference("A", null, 2)),
        refusedConstant("found global -2 of a type", new Constants.TypeReference("A", null, -2)),
        refusedConstant("found member 'x'", type(false, property, property)),
        refusedConstant("found member 'x'", type(false, property, method("x", body))),
        refusedConstant("found member 'a b'", type(false, method("a b", body))),
        refusedConstant("found a body of an abstract method 'm'", type(true, method("m", body))),
        refusedConstant(
            "found a constant of kind IMPORT",
            type(false, new ConstantCode("C", new Constants.Import("io", "\\io")))),
        refusedConstant(
            "found 1 parameters of 'm', wanted 0", type(false, method("m", body, rest))),
        refusedConstant(
            "found rest 'r' in front of others",
            type(true, method("m", null, rest, new ParameterCode("s", null, null, false)))),
        refusedConstant(
            "found parameter 'r' twice",
            type(true, method("m", null, new ParameterCode("r", null, null, false), rest))));
  }

  @TestFactory
  Stream<DynamicTest> definitionsAreMadeAsTheyWerePrepared() {
    return Stream.of(
        refused(
            "another definition",
            "DEFINE_TYPE: found a prepared definition",
            code -> {
              code.emit(Opcode.PREPARE_TYPE, code.constant(type(false)));
              code.emit(Opcode.DEFINE_TYPE, code.constant(type(true)));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "none at all",
            "DEFINE_TYPE: found a value",
            code -> {
              code.emit(Opcode.NULL);
              code.emit(Opcode.DEFINE_TYPE, code.constant(type(true)));
              code.emit(Opcode.RETURN);
            }),
        refused(
            "the prepared one as a value",
            "RETURN: found a prepared definition",
            code -> {
              code.emit(Opcode.PREPARE_TYPE, code.constant(type(false)));
              code.emit(Opcode.RETURN);
            }));
  }

  private static CodeBlock block(
      int parameters, int slots, int stack, int caches, int[] lines, Handler... handlers) {
    return new CodeBlock(
        "",
        "\\",
        "/x.sf",
        parameters,
        slots,
        stack,
        caches,
        new int[] {Opcode.NULL.code(), Opcode.RETURN.code()},
        List.of(),
        List.of(handlers),
        lines,
        List.of("x"));
  }

  @TestFactory
  Stream<DynamicTest> blocksStateNoMoreThanTheyNeed() {
    int[] none = {};
    return Stream.of(
        dynamicTest("in order", () -> VERIFIER.verify(file(block(0, 1, 1, 0, none)))),
        dynamicTest("parameters", () -> refuse(block(1, 1, 1, 0, none), "found parameters")),
        dynamicTest("slots", () -> refuse(block(0, 1 << 24, 1, 0, none), "slots, wanted 1 to 5")),
        dynamicTest("few slots", () -> refuse(block(0, 0, 1, 0, none), "found 0 slots, wanted 1")),
        dynamicTest("stack", () -> refuse(block(0, 1, 1 << 24, 0, none), "found stack size")),
        dynamicTest("caches", () -> refuse(block(0, 1, 1, 3, none), "found 3 caches")),
        dynamicTest(
            "lines out of order",
            () -> refuse(block(0, 1, 1, 0, new int[] {1, 1, 0, 1}), "found line 1 at 0")),
        dynamicTest(
            "a line behind the code",
            () -> refuse(block(0, 1, 1, 0, new int[] {2, 1}), "found line 1 at 2")),
        dynamicTest("half a line", () -> refuse(block(0, 1, 1, 0, new int[] {0}), "wanted pairs")));
  }

  @Test
  void codeMadeToBeCostlyIsRefusedInTime() {
    CodeBuilder code = new CodeBuilder("", "\\", "/x.sf", 0, List.of());
    int slots = 60_000;
    for (int i = 0; i < slots; i++) {
      Label next = new Label();
      code.emit(Opcode.TRUE);
      code.jump(Opcode.JUMP_IF_TRUE, next);
      code.emit(Opcode.NULL);
      code.emit(Opcode.STORE_LOCAL, code.newTemporary());
      code.place(next);
    }
    end(code);
    FileCode file = file(code.build());
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertThrows(BytecodeException.class, () -> VERIFIER.verify(file)));
  }
}
