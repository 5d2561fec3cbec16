package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;

/**
 * A page of Hugging Face that is made for people and holds the same records as the API's answer:
 * what is left when the API is in trouble or speaks another language.
 *
 * @param listing the papers with the list day the page shows, which is not always the one asked for
 * @param why what to tell the reader
 */
record WebPage(Listing listing, String why) {
  /** Whether a page may know what the API could not tell: not so if nobody answers at all. */
  static boolean mayHelp(PapersException failure) {
    return failure.status() >= 500 || failure.status() == 200;
  }

  /**
   * The page at this path, in place of an answer.
   *
   * @throws PapersException the failure itself if the page does not help either
   */
  static WebPage of(Fetcher fetcher, String what, String path, PapersException failure) {
    if (!mayHelp(failure)) {
      throw failure;
    }
    try {
      return new WebPage(
          fetcher.read(Service.HUGGING_FACE, what + " as a web page", WebPage::read, path),
          "Read from Hugging Face's web page, since its API "
              + (failure.status() == 200
                  ? "gave an answer that cannot be read."
                  : "answered " + failure.status() + "."));
    } catch (PapersException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  /** What the page in an answer lists. */
  static Listing read(Answer answer) throws Trouble {
    try {
      return SavedPage.read(Bodies.text(answer), null, answer.fetchedAt());
    } catch (PapersException e) {
      throw Trouble.unusable(
          "sent a web page without a listing", "Run this again in a few minutes.", e);
    }
  }
}
