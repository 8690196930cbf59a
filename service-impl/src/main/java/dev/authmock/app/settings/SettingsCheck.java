package dev.authmock.app.settings;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Context;
import java.util.ArrayList;
import java.util.List;

/** Stops the start where a setting is misspelt, of no meaning, or at odds with another. */
@Context
class SettingsCheck {

  SettingsCheck(ApplicationContext context) {
    List<String> problems = problems(context);
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  static List<String> problems(ApplicationContext context) {
    List<String> problems = new ArrayList<>();
    List<KnownSetting> known = new ArrayList<>(KnownSettings.OF_THE_FRAMEWORK);
    List<WrittenSetting> written = WrittenSetting.all(context.getEnvironment());
    if (!written.isEmpty()) {
      // It takes some milliseconds to know them.
      List<KnownSetting> own = KnownSettings.own(context);
      new Spelling(own).check(written, problems::add);
      known.addAll(own);
    }
    Values.check(context.getEnvironment(), known, problems::add);
    Combinations.check(context.getEnvironment(), problems::add);
    return problems;
  }
}
