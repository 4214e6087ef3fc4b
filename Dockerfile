FROM docker.io/library/eclipse-temurin:25-jdk-noble AS build
WORKDIR /source
COPY . .
RUN ./mvnw -B -q -DskipTests package

FROM docker.io/library/eclipse-temurin:25-jre-noble
COPY --from=build /source/search-ui/target/callsift.jar /opt/callsift/callsift.jar
RUN useradd --system --create-home callsift && mkdir /data && chown callsift /data
USER callsift
WORKDIR /data
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-jar", "/opt/callsift/callsift.jar"]
