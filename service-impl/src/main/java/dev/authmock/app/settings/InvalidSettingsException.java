package dev.authmock.app.settings;

import java.util.List;

/** What is wrong with the settings, each in a line. */
final class InvalidSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidSettingsException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
