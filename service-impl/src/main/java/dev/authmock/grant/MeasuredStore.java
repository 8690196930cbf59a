package dev.authmock.grant;

/** A store that is bounded, and says how full it is. */
public interface MeasuredStore {
  /** How full it is now, without what is past its time. */
  StoreLevel level();
}
