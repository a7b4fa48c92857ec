package org.jsaffire.bytecode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.jsaffire.bytecode.CodeFile.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFileTest {
  private static final Origin ORIGIN = new Origin("0.0.1", 1709209845123L, 4711);

  private static final byte[] MIXED = CodeFile.write(CodeSamples.mixed(), ORIGIN);

  @Test
  void writtenAndReadCodeIsIdentical() throws Exception {
    List<FileCode> samples = CodeSamples.golden();
    assertTrue(!samples.isEmpty());
    for (FileCode code : samples) {
      checkRoundTrip(code);
    }
    checkRoundTrip(CodeSamples.mixed());
    Random random = new Random(4711);
    for (int i = 0; i < 100; i++) {
      checkRoundTrip(CodeSamples.compile(new SourceGenerator(random).program()));
    }
  }

  private static void checkRoundTrip(FileCode code) throws Exception {
    byte[] bytes = CodeFile.write(code, ORIGIN);
    CodeFile read = CodeFile.read(bytes);
    assertNull(CodeEquality.difference(code, read.code()));
    assertEquals(ORIGIN, read.origin());
    assertArrayEquals(bytes, CodeFile.write(read.code(), read.origin()));
  }

  @Test
  void constantsOfEveryKindSurvive() throws Exception {
    CodeBuilder code = new CodeBuilder("", "\\", "/x.sf", 0, List.of());
    List<Object> constants =
        List.of(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            0L,
            -1L,
            BigInteger.ONE.shiftLeft(5000).negate(),
            new BigDecimal("-0.000"),
            new BigDecimal(BigInteger.TEN.pow(400), 200),
            "",
            "ÿ",
            "\ud800 and \udc00 alone, and \ud83d\ude00\u0000",
            true,
            false,
            Constants.Null.NULL,
            new Constants.Regex("[/]\n", "imx"),
            new Constants.TypeReference("\\a\\B", "\\a\\B", -1),
            new Constants.TypeReference("C", null, 0xFFFFFF),
            new Constants.Import("io", "\\io"),
            new Constants.Numbers(List.of()),
            new Constants.Numbers(List.of(0, Integer.MAX_VALUE)));
    constants.forEach(code::constant);
    code.emit(Opcode.INT, CodeBuilder.MIN_INTEGER);
    code.emit(Opcode.INT, CodeBuilder.MAX_INTEGER);
    FileCode file = new FileCode("/x.sf", "\\", code.build(), List.of());
    assertNull(CodeEquality.difference(file, CodeFile.read(CodeFile.write(file, ORIGIN)).code()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', not a code file: found 0 bytes",
    "S, not a code file: found 1 bytes that start with 0x53",
    "SFBC0000000000000000000000000000000000000, 'found 41 bytes that start with 0x53464243, wanted SFBJ'",
    "SFBJ0000000000000000000000000000000000000, 'found format version 808464432, wanted 1'",
  })
  void aForeignFileIsRefused(String content, String message) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    BytecodeException e = assertThrows(BytecodeException.class, () -> CodeFile.read(bytes));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void aTruncatedFileIsRefusedAtEveryLength() {
    for (int length = 0; length < MIXED.length; length++) {
      byte[] part = Arrays.copyOf(MIXED, length);
      assertThrows(BytecodeException.class, () -> CodeFile.read(part), "length " + length);
      assertThrows(BytecodeException.class, () -> CodeFile.readOrigin(part));
    }
    byte[] longer = Arrays.copyOf(MIXED, MIXED.length + 1);
    assertThrows(BytecodeException.class, () -> CodeFile.read(longer));
  }

  @Test
  void everyChangedBitIsNoticed() {
    for (int i = 0; i < MIXED.length * 8; i++) {
      byte[] bytes = MIXED.clone();
      bytes[i / 8] ^= (byte) (1 << i % 8);
      assertThrows(BytecodeException.class, () -> CodeFile.read(bytes), "bit " + i);
    }
  }

  /** Puts the right checksum and length into a file that somebody meant to be read. */
  private static byte[] sealed(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(12, 0).putInt(32, bytes.length - 36);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 12, bytes.length - 12);
    buffer.putInt(8, (int) checksum.getValue());
    return bytes;
  }

  @Test
  void hostileBytesGiveCodeOrTheCheckedException() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = Arrays.copyOf(MIXED, MIXED.length - random.nextInt(3) * random.nextInt(50));
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[36 + random.nextInt(bytes.length - 36)] = (byte) random.nextInt();
      }
      try {
        CodeFile.read(sealed(bytes));
      } catch (BytecodeException e) {
        refused++;
      } catch (RuntimeException | Error e) {
        fail("seed " + seed + ", round " + round, e);
      }
    }
    assertTrue(refused > 1000, () -> "seed " + seed);
  }

  @Test
  void numbersThatAFileClaimsAreNotReserved() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] huge = {-1, -1, -1, -1, 7};
    for (int at = 36; at + huge.length < MIXED.length; at++) {
      byte[] bytes = MIXED.clone();
      System.arraycopy(huge, 0, bytes, at, huge.length);
      sealed(bytes);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      try {
        CodeFile.read(bytes);
      } catch (BytecodeException e) {
        assertTrue(!e.getMessage().isEmpty());
      }
      long used = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertTrue(used < 2_000_000, used + " bytes for a number at " + at);
    }
  }

  @Test
  void codeNestedDeeplyIsRefused() {
    CodeBlock block = new CodeBuilder("", "\\", "/x.sf", 0, List.of()).build();
    for (int i = 0; i < 10; i++) {
      CodeBuilder outer = new CodeBuilder("", "\\", "/x.sf", 0, List.of());
      TypeDefinitionCode.MethodCode method =
          new TypeDefinitionCode.MethodCode(
              "m", TypeDefinitionCode.Visibility.PUBLIC, false, false, false, List.of(), block);
      outer.constant(
          new TypeDefinitionCode(
              "A", "\\A", false, false, false, null, List.of(), List.of(method)));
      block = outer.build();
    }
    byte[] bytes = CodeFile.write(new FileCode("/x.sf", "\\", block, List.of()), ORIGIN);
    BytecodeException e = assertThrows(BytecodeException.class, () -> CodeFile.read(bytes));
    assertTrue(e.getMessage().contains("nested deeper than"), e.getMessage());
  }

  @Test
  void theOriginIsReadWithoutTheCode() throws BytecodeException {
    assertEquals(ORIGIN, CodeFile.readOrigin(MIXED));
  }

  @Test
  void aSignatureCanBeAddedReplacedAndTakenAway() throws Exception {
    byte[] signature = {1, 2, 3, 4};
    byte[] signed = CodeFile.withSignature(MIXED, signature);
    assertArrayEquals(signature, CodeFile.read(signed).signature());
    assertArrayEquals(
        Arrays.copyOf(signed, signed.length - 4), CodeFile.signedPart(signed), "all but itself");
    byte[] other = CodeFile.withSignature(signed, new byte[] {9, 9, 9, 9});
    assertArrayEquals(CodeFile.signedPart(signed), CodeFile.signedPart(other));
    assertArrayEquals(MIXED, CodeFile.withSignature(signed, new byte[0]));
    assertEquals(0, CodeFile.read(MIXED).signature().length);
    assertThrows(
        BytecodeException.class, () -> CodeFile.withSignature(MIXED, new byte[1025]), "too long");
    assertDoesNotThrow(() -> CodeFile.withSignature(MIXED, new byte[1024]));
  }
}
