package io.offsetwise.bootstrap.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.lang.module.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of the house, for the product or for any other tree of packages of the same shape. */
final class ArchitectureRules {

  private static final Set<String> JAVA_BASE =
      Object.class.getModule().getDescriptor().exports().stream()
          .filter(exports -> !exports.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What immutable values and pure functions need of {@code java.base}; no files, sockets,
   * channels, reflection.
   */
  private static final String[] PURE = {
    "java.lang",
    "java.lang.annotation",
    "java.lang.invoke",
    "java.lang.runtime",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.text..",
    "java.io..",
    "java.nio.charset.."
  };

  /** What the compiler alone reads: that a parameter is a format. */
  private static final String CHECKED_TEXT = "com.google.errorprone.annotations";

  private static final String CONCURRENT = "java.util.concurrent";

  private static final String[] INJECTION = {
    "com.google.inject..", "jakarta.inject..", "javax.inject.."
  };

  private final String root;

  private ArchitectureRules(String root) {
    this.root = root;
  }

  /** All rules by name, for the modules whose packages lie below the given root. */
  static Map<String, ArchRule> below(String root) {
    ArchitectureRules rules = new ArchitectureRules(root);
    Map<String, ArchRule> named = new LinkedHashMap<>();
    named.put("domain is pure", rules.domainIsPure());
    named.put("application knows the domain only", rules.applicationKnowsTheDomainOnly());
    named.put("kafka sees no other adapter", rules.adapterSeesNoOther("kafka", "spark", "storage"));
    named.put("spark sees no other adapter", rules.adapterSeesNoOther("spark", "kafka", "storage"));
    named.put(
        "storage sees no other adapter", rules.adapterSeesNoOther("storage", "kafka", "spark"));
    named.put("only modules and Main inject", rules.onlyModulesAndMainInject());
    named.put("what travels is free of Guice and Guava", rules.travelsLight());
    named.put("nobody knows the laboratory", rules.nobodyKnowsTheLaboratory());
    named.put("nobody knows the samples", rules.nobodyKnowsTheSamples());
    named.put("arrows between rooms lead down", rules.arrowsLeadDown());
    named.put("arrows inside of a room lead down", rules.arrowsLeadDownInside());
    named.put("a storage is no case", rules.storageIsNoCase());
    named.put("static state is shared", rules.staticStateIsShared());
    named.put("packages name a feature", rules.packagesNameAFeature());
    named.put("classes name a role", rules.classesNameARole());
    return named;
  }

  private ArchRule domainIsPure() {
    return classes()
        .that()
        .resideInAPackage(root + ".domain..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(root + ".domain..", CHECKED_TEXT)
                .or(inJavaBase().and(resideInAnyPackage(PURE))));
  }

  private ArchRule applicationKnowsTheDomainOnly() {
    return classes()
        .that()
        .resideInAPackage(root + ".application..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(root + ".application..", root + ".domain..", CHECKED_TEXT)
                .or(inJavaBase()));
  }

  private ArchRule adapterSeesNoOther(String adapter, String first, String second) {
    return noClasses()
        .that()
        .resideInAPackage(adapters(adapter))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(adapters(first), adapters(second), root + ".bootstrap..");
  }

  private ArchRule onlyModulesAndMainInject() {
    return noClasses()
        .that(not(wires()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INJECTION);
  }

  private ArchRule travelsLight() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            root + ".domain..",
            root + ".application..",
            adapters("kafka"),
            adapters("spark..executor"),
            root + ".bootstrap.sample..executor",
            adapters("storage"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.google..").and(not(resideInAPackage(CHECKED_TEXT))));
  }

  /** It lies in a jar of its own, which may be absent. */
  private ArchRule nobodyKnowsTheLaboratory() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(laboratory(), root + ".bootstrap.sample..proof..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(laboratory());
  }

  /** A fork deletes them; what can be deleted is found by a name. */
  private ArchRule nobodyKnowsTheSamples() {
    String samples = root + ".bootstrap.sample..";
    return noClasses()
        .that()
        .resideOutsideOfPackage(samples)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(samples);
  }

  /** Two packages of bootstrap that need each other are one, or one of them is cut wrongly. */
  private ArchRule arrowsLeadDown() {
    return slices().matching(root + ".bootstrap.(*)..").should().beFreeOfCycles();
  }

  /** The same of each package in them, and of those of the adapters. */
  private ArchRule arrowsLeadDownInside() {
    return slices().matching(root + ".[adapters|bootstrap].(**)").should().beFreeOfCycles();
  }

  /**
   * What depends on the storage is told by its {@code StreamStorage}, or by its constant. A switch
   * asks for the ordinal number, in a class that the compiler makes beside the one that has it.
   */
  private ArchRule storageIsNoCase() {
    return noClasses().should().callMethod(OffsetStorage.class, "ordinal");
  }

  /** Two runs in one JVM, or two tests, must not find what the other has left. */
  private ArchRule staticStateIsShared() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".application.shared..")
        .should(ArchCondition.from(describe("keep static state", ArchitectureRules::keepsState)));
  }

  private ArchRule packagesNameAFeature() {
    return noClasses()
        .should()
        .resideInAnyPackage("..util..", "..common..", "..model..", "..impl..", "..dto..");
  }

  private ArchRule classesNameARole() {
    return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper)(\\$.*)?");
  }

  private String laboratory() {
    return root + ".bootstrap.laboratory..";
  }

  private String adapters(String name) {
    return root + ".adapters." + name + "..";
  }

  /** The classes of bootstrap that may know the injector, with everything nested in them. */
  private DescribedPredicate<JavaClass> wires() {
    return resideInAPackage(root + ".bootstrap..")
        .and(
            describe(
                "are modules or Main",
                type -> {
                  String name = outermost(type).getSimpleName();
                  return name.equals("Main") || name.endsWith("Module");
                }));
  }

  /** Whether a static field can be set again, or holds what is made to be changed by many. */
  private static boolean keepsState(JavaClass type) {
    return type.getFields().stream()
            .map(JavaField::getModifiers)
            .anyMatch(has -> has.contains(STATIC) && !has.contains(FINAL))
        || type.getStaticInitializer().stream()
            .flatMap(initializer -> initializer.getCallsFromSelf().stream())
            .filter(call -> call.getName().matches("<init>|newKeySet"))
            .anyMatch(call -> call.getTargetOwner().getPackageName().startsWith(CONCURRENT));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> inJavaBase() {
    return describe("belong to java.base", type -> JAVA_BASE.contains(type.getPackageName()));
  }
}
