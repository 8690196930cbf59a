# The Auth Mock as an image: docker build -t auth-mock .
#
# There was no container engine where this was written, so the image has not been built: what its RUN lines do was done
# by hand, on the same JDK, in a folder of its own.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -DskipTests -pl service-impl -am package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin mock \
    && mkdir /app && chown mock /app
USER 10001
WORKDIR /app
COPY --from=build /src/service-impl/target/auth-mock.jar ./
# What a start loads, kept in a file of this JVM for this jar: it halves the time of a start.
RUN java -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=/app/auth-mock.aot -Xlog:disable -cp /app/auth-mock.jar dev.authmock.app.ArchiveTraining \
    && test -s /app/auth-mock.aot

EXPOSE 8080
# In the image there need be no curl.
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# By itself, without a shell, it gets the signal to stop; then it has 10 s for what is on its way (docker stop waits as long).
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxTenuringThreshold=2", "-XX:CompileThresholdScaling=5", "-XX:AOTCache=/app/auth-mock.aot", "-XX:MaxRAMPercentage=75", "-jar", "/app/auth-mock.jar"]
