package io.github.broadsheet.archive;

import io.github.broadsheet.PapersException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong with the archive, in words that say what to do. */
final class Trouble {
  private Trouble() {}

  static PapersException of(Path file, SQLException failure) {
    return new PapersException(words(file, failure), failure);
  }

  /** What a look over the whole file has found. */
  static SQLException damaged(String found) {
    return new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
  }

  /** SQLite's own library is a file that is unpacked when it is first used. */
  static PapersException unloadable(Path file, Throwable failure) {
    return new PapersException(
        "The archive "
            + file
            + " cannot be opened: SQLite's library does not load here ("
            + failure
            + "). It is unpacked into "
            + System.getProperty("java.io.tmpdir")
            + ": make room there, or name another folder with"
            + " BROADSHEET_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER.",
        failure);
  }

  /** Whether the file itself is at fault. */
  static boolean isDamage(PapersException trouble) {
    return trouble.getCause() instanceof SQLException failure && isDamage(kind(failure));
  }

  private static boolean isDamage(int kind) {
    return kind == SQLiteErrorCode.SQLITE_CORRUPT.code
        || kind == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static int kind(SQLException failure) {
    return failure instanceof SQLiteException ? failure.getErrorCode() & 0xff : -1;
  }

  private static String words(Path file, SQLException failure) {
    if (failure instanceof Schema.Refused) {
      return String.valueOf(failure.getMessage());
    }
    return "The archive " + file + " " + reason(file, failure);
  }

  private static String reason(Path file, SQLException failure) {
    // The first byte is the kind of error, the others are its details.
    int kind = kind(failure);
    String said = failure instanceof SQLiteException known ? " (" + code(known) + ")" : "";
    if (kind == SQLiteErrorCode.SQLITE_FULL.code || kind == SQLiteErrorCode.SQLITE_IOERR.code) {
      return "cannot be written, perhaps because the disk is full"
          + said
          + ". What was in it is still there. Make room, or name another folder with BROADSHEET_HOME,"
          + " and run this again.";
    }
    if (isDamage(kind)) {
      return "is damaged"
          + said
          + ". Nothing in it was changed. In a terminal, broadsheet doctor --repair puts it aside and"
          + " saves what can still be read of it; broadsheet fetch then asks for the rest.";
    }
    if (kind == SQLiteErrorCode.SQLITE_BUSY.code || kind == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "is in use by another program that does not let go of it"
          + said
          + ". Close it there (an sqlite3 shell with an open transaction?) and run this again.";
    }
    if (kind == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || kind == SQLiteErrorCode.SQLITE_READONLY.code
        || kind == SQLiteErrorCode.SQLITE_PERM.code) {
      return "cannot be opened for writing"
          + said
          + ". Check that its folder is yours, or name another one with BROADSHEET_HOME.";
    }
    return "failed: "
        + failure.getMessage()
        + ". Run this again; if it stays, move the file away and report this.";
  }

  private static String code(SQLiteException failure) {
    return failure.getResultCode().name();
  }
}
