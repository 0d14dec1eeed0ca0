package io.offsetwise.application.source;

import java.io.Serializable;

/**
 * The settings that open a {@link TopicIdentity} where it is used. Travels from driver to
 * executors; must not hold secrets, only references to them.
 */
public interface TopicIdentityProvider extends Serializable {

  /** Opens the identity, or shares one that is open in this JVM; closing releases the share. */
  TopicIdentity open();
}
