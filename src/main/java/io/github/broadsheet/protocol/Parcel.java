package io.github.broadsheet.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of ours on its way out. */
record Parcel(Channel channel, List<byte[]> identities, @Nullable Header parent, Content content) {}
