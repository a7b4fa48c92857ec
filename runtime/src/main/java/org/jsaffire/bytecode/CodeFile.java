package org.jsaffire.bytecode;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The file form of compiled code. Little-endian:
 *
 * <pre>
 *  0  4  magic, the bytes S F B J
 *  4  4  format version
 *  8  4  CRC32C of all from offset 12 to the end of the body
 * 12  4  length of the signature at the end of the file, 0 without one
 * 16  8  modification time of the source, milliseconds since 1970
 * 24  8  size of the source in bytes
 * 32  4  length of the body
 * 36     body: version of the engine, then the code
 *        signature over everything in front of it
 * </pre>
 *
 * <p>The opcodes are part of the format: whoever changes the meaning of one raises the version.
 * Immutable.
 */
public final class CodeFile {
  /** The version that is written, and the only one that is read. */
  public static final int FORMAT = 1;

  private static final int MAGIC = 'S' | 'F' << 8 | 'B' << 16 | 'J' << 24;
  private static final int CHECKSUM_AT = 8;
  private static final int SIGNATURE_LENGTH_AT = 12;
  private static final int BODY_LENGTH_AT = 32;
  private static final int BODY_AT = 36;

  /** Room for a key's name and a signature, with some to spare. */
  private static final int MAX_SIGNATURE = 1024;

  /**
   * What a file was made of.
   *
   * @param engine version of the engine that compiled it
   * @param modifiedMillis modification time of the source, milliseconds since 1970
   * @param size of the source in bytes
   */
  public record Origin(String engine, long modifiedMillis, long size) {}

  private final Origin origin;
  private final FileCode code;
  private final byte[] signature;
  private final int bodyLength;

  private CodeFile(Origin origin, FileCode code, byte[] signature, int bodyLength) {
    this.origin = origin;
    this.code = code;
    this.signature = signature;
    this.bodyLength = bodyLength;
  }

  public Origin origin() {
    return origin;
  }

  public FileCode code() {
    return code;
  }

  /** The signature, of which nothing has been checked; empty without one. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Bytes between header and signature. */
  public int bodyLength() {
    return bodyLength;
  }

  /** The bytes of a file without a signature. */
  public static byte[] write(FileCode code, Origin origin) {
    ByteWriter out = new ByteWriter();
    out.u4(MAGIC);
    out.u4(FORMAT);
    out.u4(0);
    out.u4(0);
    out.u8(origin.modifiedMillis());
    out.u8(origin.size());
    out.u4(0);
    out.text(origin.engine());
    new CodeEncoder(out).file(code);
    out.u4At(BODY_LENGTH_AT, out.size() - BODY_AT);
    return sealed(out.toByteArray(), 0);
  }

  /**
   * The file with a signature in place of any that it has. Signatures cover {@link #signedPart} of
   * the result, which knows the signature's length but not its bytes.
   *
   * @param file as written
   * @param signature up to 1024 bytes; none to take a signature away
   * @throws BytecodeException it is no whole code file of this format
   */
  public static byte[] withSignature(byte[] file, byte[] signature) throws BytecodeException {
    if (signature.length > MAX_SIGNATURE) {
      throw new BytecodeException(
          "found a signature of " + signature.length + " bytes, wanted at most " + MAX_SIGNATURE);
    }
    int end = check(file);
    byte[] result = sealed(Arrays.copyOf(file, end), signature.length);
    result = Arrays.copyOf(result, end + signature.length);
    System.arraycopy(signature, 0, result, end, signature.length);
    return result;
  }

  /**
   * What a signature covers: everything but itself.
   *
   * @throws BytecodeException it is no whole code file of this format
   */
  public static byte[] signedPart(byte[] file) throws BytecodeException {
    return Arrays.copyOf(file, check(file));
  }

  private static byte[] sealed(byte[] unsigned, int signatureLength) {
    put(unsigned, SIGNATURE_LENGTH_AT, signatureLength);
    put(unsigned, CHECKSUM_AT, checksum(unsigned, unsigned.length));
    return unsigned;
  }

  private static void put(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  private static int checksum(byte[] bytes, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, SIGNATURE_LENGTH_AT, end - SIGNATURE_LENGTH_AT);
    return (int) checksum.getValue();
  }

  /**
   * What a file was made of, without a look at its code.
   *
   * @throws BytecodeException as {@link #read}
   */
  public static Origin readOrigin(byte[] file) throws BytecodeException {
    return origin(file, new ByteReader(file, BODY_AT, check(file)));
  }

  /**
   * Reads a file. The code is not verified yet.
   *
   * @throws BytecodeException it is not a code file, of another format, damaged, or makes no sense
   */
  public static CodeFile read(byte[] file) throws BytecodeException {
    int end = check(file);
    ByteReader in = new ByteReader(file, BODY_AT, end);
    Origin origin = origin(file, in);
    FileCode code = new CodeDecoder(in).file();
    if (in.remaining() > 0) {
      throw new BytecodeException(
          "found " + in.remaining() + " bytes behind the code, wanted none");
    }
    byte[] signature = Arrays.copyOfRange(file, end, file.length);
    return new CodeFile(origin, code, signature, end - BODY_AT);
  }

  private static Origin origin(byte[] file, ByteReader body) throws BytecodeException {
    ByteReader header = new ByteReader(file, SIGNATURE_LENGTH_AT + 4, BODY_AT);
    long modified = header.u8();
    long size = header.u8();
    return new Origin(body.text(), modified, size);
  }

  /** Checks the header; returns where the body ends. */
  private static int check(byte[] file) throws BytecodeException {
    ByteReader in = new ByteReader(file, 0, file.length);
    int magic = file.length < BODY_AT ? 0 : in.u4();
    if (magic != MAGIC) {
      throw new BytecodeException(
          "not a code file: found " + start(file) + ", wanted SFBJ and a header of 36 bytes");
    }
    int version = in.u4();
    if (version != FORMAT) {
      throw new BytecodeException(
          "found format version " + Integer.toUnsignedString(version) + ", wanted " + FORMAT);
    }
    int checksum = in.u4();
    long signatureLength = in.u4() & 0xffffffffL;
    long bodyLength = new ByteReader(file, BODY_LENGTH_AT, BODY_AT).u4() & 0xffffffffL;
    long wanted = BODY_AT + bodyLength + signatureLength;
    if (wanted != file.length || signatureLength > MAX_SIGNATURE) {
      throw new BytecodeException(
          "found " + file.length + " bytes, wanted " + wanted + " by the header");
    }
    int end = (int) (BODY_AT + bodyLength);
    if (checksum(file, end) != checksum) {
      throw new BytecodeException(
          "damaged: found checksum "
              + Integer.toHexString(checksum(file, end))
              + ", wanted "
              + Integer.toHexString(checksum));
    }
    return end;
  }

  private static String start(byte[] file) {
    StringBuilder text = new StringBuilder().append(file.length).append(" bytes");
    for (int i = 0; i < Math.min(file.length, 4); i++) {
      text.append(i == 0 ? " that start with 0x" : "");
      text.append(Character.forDigit(file[i] >> 4 & 15, 16));
      text.append(Character.forDigit(file[i] & 15, 16));
    }
    return text.toString();
  }
}
