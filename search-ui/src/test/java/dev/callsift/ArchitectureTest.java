package dev.callsift;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, over the classes of all modules; see {@code docs/architecture.md}. */
final class ArchitectureTest {

    /** The way of the data: a later one may know an earlier one. */
    private static final List<String> PACKAGES = Stream.concat(
                    Stream.of("models"),
                    Stream.concat(
                            Stream.of(
                                            "recording",
                                            "metadata",
                                            "ledger",
                                            "audio",
                                            "transcript",
                                            "tagging",
                                            "verdict",
                                            "index",
                                            "channel",
                                            "outbox",
                                            "orders",
                                            "routing",
                                            "operations",
                                            "job",
                                            "evaluation")
                                    .map("pipeline."::concat),
                            Stream.of("search", "review", "ui", "cli")))
            .map(name -> "dev.callsift." + name + "..")
            .toList();

    private static final JavaClasses CALLSIFT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.callsift");

    static List<String> packages() {
        return PACKAGES;
    }

    @Test
    void everyClassHasAPlaceOnTheWay() {
        classes()
                .should()
                .resideInAnyPackage(PACKAGES.toArray(String[]::new))
                .because("a package that these rules do not know is a package they do not keep")
                .check(CALLSIFT);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsNothingOfWhatComesLater(String here) {
        List<String> later = PACKAGES.subList(PACKAGES.indexOf(here) + 1, PACKAGES.size());
        assertThat(CALLSIFT.that(resideInAPackage(here))).as(here).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage(here)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later.toArray(String[]::new))
                .because(
                        "data flows one way, so a stage can be understood, tested and replaced with those before it alone")
                .check(CALLSIFT);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.callsift.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package that cannot be read in parts")
                .check(CALLSIFT);
    }

    /** Libraries and the packages that own them, each list separated by spaces. */
    @ParameterizedTest
    @CsvSource({
        "org.springframework.batch.. org.springframework.boot.batch..,  pipeline.job cli",
        "org.flywaydb..,                                               pipeline.job",
        "org.vosk.. com.sun.jna..,                                     pipeline.transcript",
        "org.bytedeco..,                                               pipeline.audio",
        "io.minio..,                                                   pipeline.recording",
        "okhttp3..,                                                    pipeline.recording pipeline.channel",
        "jakarta.mail.. org.eclipse.angus.. org.springframework.mail.., pipeline.channel",
        "com.samskivert.. inet.ipaddr..,                               pipeline.channel",
        "org.apache.lucene.. org.tartarus..,                           pipeline.index search review",
        "org.apache.commons.statistics..,                              review",
        "org.apache.commons.csv..,                                     pipeline.channel pipeline.orders ui",
        "io.swagger.. org.springdoc..,                                 ui",
        "org.apache.fop.. org.apache.xmlgraphics..,                    ui",
        "org.apache.commons.text.. com.google.i18n..,                  pipeline.orders",
        "opennlp..,                                                    models pipeline.tagging",
        "org.snakeyaml.. org.apache.commons.compress..,                models",
        "picocli.. me.tongfei..,                                       cli",
        "org.springframework.web.. org.springframework.http.. org.thymeleaf.. jakarta.servlet..,  ui cli"
    })
    void oneLibraryHasOneOwner(String libraries, String owners) {
        String[] owning = Stream.of(owners.split(" "))
                .map(owner -> "dev.callsift." + owner + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(owning)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.split(" "))
                .because("a library that one package owns can be updated or replaced there")
                .check(CALLSIFT);
    }

    @Test
    void theCommandLineLeavesBatchOutButDoesNotUseIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.callsift.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.batch..")
                .because(
                        "only job knows Spring Batch; a process that serves pages merely names what Boot must not start")
                .check(CALLSIFT);
    }

    @Test
    void modelsKnowNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("dev.callsift.models..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("models are of use to programs without Spring, such as those that train them")
                .check(CALLSIFT);
    }

    @ParameterizedTest
    @CsvSource({
        "pipeline.recording,  ''",
        "pipeline.metadata,   ''",
        "pipeline.ledger,     org.springframework.jdbc org.springframework.transaction org.springframework.dao",
        "pipeline.audio,      org.springframework.util.AntPathMatcher",
        "pipeline.transcript, org.springframework.util.FileSystemUtils",
        "pipeline.tagging,    ''",
        "pipeline.index,      ''",
        "pipeline.channel,    org.springframework.mail",
        "pipeline.outbox,     org.springframework.jdbc org.springframework.transaction org.springframework.dao org.springframework.util.backoff",
        "pipeline.orders,     org.springframework.jdbc",
        "pipeline.routing,    ''",
        "pipeline.operations, org.springframework.jdbc org.springframework.transaction",
        "pipeline.evaluation, org.springframework.util.FileSystemUtils",
        "pipeline.verdict,    org.springframework.jdbc",
        "search,              org.springframework.jdbc org.springframework.dao",
        "review,              org.springframework.jdbc"
    })
    void aStageWorksWithoutAContext(String stage, String more) {
        List<String> allowed = Stream.concat(
                        Stream.of("org.springframework.boot.context.properties", "org.springframework.util.unit"),
                        Stream.of(more.split(" ")).filter(name -> !name.isEmpty()))
                .toList();
        noClasses()
                .that()
                .resideInAPackage("dev.callsift." + stage + "..")
                .should()
                .dependOnClassesThat(springBeyond(allowed))
                .because(
                        "a stage is made with 'new' wherever it is needed; only job and the pages are put together by Spring")
                .check(CALLSIFT);
    }

    private static DescribedPredicate<JavaClass> springBeyond(List<String> allowed) {
        return resideInAPackage("org.springframework..")
                .and(DescribedPredicate.describe("are not of " + allowed, type -> allowed.stream()
                        .noneMatch(prefix -> type.getName().startsWith(prefix))));
    }

    @Test
    void classesAreNotMeantToBeExtendedUnlessTheySaySo() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should(beFinalAbstractOrSealed())
                .because("what can be extended must be designed for it")
                .check(CALLSIFT);
    }

    private static ArchCondition<JavaClass> beFinalAbstractOrSealed() {
        return new ArchCondition<>("be final, abstract or sealed") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean said = type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.reflect().isSealed();
                boolean ofTheCompiler = type.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(new SimpleConditionEvent(
                        type, said || ofTheCompiler, type.getName() + " can be extended by anyone"));
            }
        };
    }

    @Test
    void everyPackageSaysThatNullIsTheException() {
        List<String> unmarked = CALLSIFT.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).as("packages whose package-info lacks @NullMarked").isEmpty();
    }

    @Test
    void onlyTheCommandLineAndTheRecognizerProcessEndTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.callsift.cli..", "dev.callsift.pipeline.transcript..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("whoever ends the process must know what else runs in it")
                .check(CALLSIFT);
    }
}
