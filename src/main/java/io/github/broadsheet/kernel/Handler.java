package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.Message;

/** Serves one type of request. Whatever it throws is told to the client. */
@FunctionalInterface
interface Handler {
  void serve(Message request) throws Exception;
}
