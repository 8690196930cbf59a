package dev.authmock.it.thirdparty;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A program to be run.
 *
 * @param directory it is run in
 * @param words the program and its arguments
 */
record Command(Path directory, List<String> words) {

  /**
   * What came of it.
   *
   * @param output what it wrote as its result
   * @param log what it wrote otherwise
   */
  record Result(int exitCode, String output, String log) {}

  static Command of(Path directory, List<String> words) {
    return new Command(directory, words);
  }

  /**
   * Runs it to its end.
   *
   * @param onLine is told each line of the log when it comes
   * @throws IOException if there is no such program
   * @throws AssertionError if it takes longer than this
   */
  Result run(Duration limit, Consumer<String> onLine) throws IOException {
    Process process = new ProcessBuilder(words).directory(directory.toFile()).start();
    // Both at once, in threads of their own: a program whose output nobody reads stops when the
    // pipe
    // is full, and the common pool may have no more than one thread.
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      process.getOutputStream().close();
      CompletableFuture<String> output = CompletableFuture.supplyAsync(
          () -> read(process.inputReader(StandardCharsets.UTF_8), line -> {}), readers);
      CompletableFuture<String> log = CompletableFuture.supplyAsync(
          () -> read(process.errorReader(StandardCharsets.UTF_8), onLine), readers);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(
            "not done within " + limit + ": " + words + "\n" + output.join() + log.join());
      }
      return new Result(process.exitValue(), output.join(), log.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + words, e);
    } finally {
      process.destroyForcibly();
      readers.shutdownNow();
    }
  }

  private static String read(BufferedReader reader, Consumer<String> onLine) {
    try (reader) {
      return reader.lines().peek(onLine).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
