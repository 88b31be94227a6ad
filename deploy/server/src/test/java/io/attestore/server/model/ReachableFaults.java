package io.attestore.server.model;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which refusals there are, and which of them the code of an operation can come to: those that its class, or its folder's classes, call, and whatever these call, as
 * far as no interface stands in between.
 */
final class ReachableFaults {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.attestore.command", "io.attestore.query", "io.attestore.audit", "io.attestore.entities");

    private ReachableFaults() {}

    /** The methods that make them. */
    static Set<Method> of(String operation) {
        JavaClass described = CLASSES.stream()
                .filter(each -> each.getSimpleName().equals(operation))
                .findFirst()
                .orElseThrow();
        Deque<JavaCodeUnit> waiting = new ArrayDeque<>();
        CLASSES.stream()
                .filter(each -> belongsTo(described, each))
                .forEach(each -> waiting.addAll(each.getCodeUnits()));
        Set<JavaCodeUnit> seen = new HashSet<>(waiting);
        Set<Method> faults = new TreeSet<>(Comparator.comparing(Method::toString));
        while (!waiting.isEmpty()) {
            called(waiting.remove()).filter(seen::add).forEach(next -> {
                if (next instanceof JavaMethod method && isAFault(method)) {
                    faults.add(method.reflect());
                } else {
                    waiting.add(next);
                }
            });
        }
        return faults;
    }

    /** The methods that make refusals of a service, wherever they stand. */
    static Stream<Method> ofService(String service) {
        return CLASSES.stream()
                .filter(each -> ofService(service, each))
                .flatMap(each -> each.getMethods().stream())
                .filter(ReachableFaults::isAFault)
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .map(JavaMethod::reflect)
                .sorted(Comparator.comparing(Method::toString));
    }

    /** Whether a package below a module's has the service's name: {@code io.attestore.MODULE.SERVICE}. */
    private static boolean ofService(String service, JavaClass each) {
        List<String> folders = List.of(each.getPackageName().split("\\."));
        return folders.size() > 3 && folders.get(3).equals(service);
    }

    /** The operation's own class with what is nested in it, and its folder if it has one of its own. */
    private static boolean belongsTo(JavaClass operation, JavaClass each) {
        boolean ownFolder = operation
                .getPackageName()
                .endsWith("." + operation.getSimpleName().toLowerCase(Locale.ROOT));
        return ownFolder
                ? each.getPackageName().equals(operation.getPackageName())
                : each.getName().equals(operation.getName()) || each.getName().startsWith(operation.getName() + "$");
    }

    private static boolean isAFault(JavaMethod method) {
        return method.getOwner().getSimpleName().endsWith("Faults")
                && method.getRawReturnType().getSimpleName().equals("AwsFault");
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit caller) {
        return Stream.of(
                        caller.getMethodCallsFromSelf(),
                        caller.getConstructorCallsFromSelf(),
                        caller.getMethodReferencesFromSelf(),
                        caller.getConstructorReferencesFromSelf())
                .flatMap(Set::stream)
                .map(JavaAccess::getTarget)
                .flatMap(target -> target.resolveMember().stream())
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(unit -> unit.getOwner().getPackageName().startsWith("io.attestore."));
    }
}
