package dev.authmock.grant;

/** What is handed out within one wallet's attempt, from the offer to the credential. */
public interface FlowMember {
  /** The unguessable id of that attempt, by which the journal tells its story. */
  String flowId();

  /** About how many bytes of memory it takes, so that what strangers can make big stays bounded. */
  default long weight() {
    return Weight.of(flowId());
  }
}
