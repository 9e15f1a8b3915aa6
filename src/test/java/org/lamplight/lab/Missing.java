package org.lamplight.lab;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Skips tests whose parts are missing, with one line for each part; with {@code LAMPLIGHT_NO_SKIP=1} in the environment
 * it fails them instead. Windows need a display without saying so.
 */
public final class Missing implements ExecutionCondition {
    private static final Set<Part> TOLD = EnumSet.noneOf(Part.class);
    private static final List<String> WITH_WINDOWS = List.of("org.lamplight.ui", "org.lamplight.skin");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Part> missing =
                needed(context).stream().filter(part -> !part.isThere()).findFirst();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("nothing is missing");
        }
        if ("1".equals(System.getenv("LAMPLIGHT_NO_SKIP"))) {
            throw new ExtensionConfigurationException(missing.get().sentence());
        }
        tell(missing.get());
        return ConditionEvaluationResult.disabled(missing.get().sentence());
    }

    private static Set<Part> needed(ExtensionContext context) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        AnnotationSupport.findAnnotation(context.getElement(), Requires.class)
                .ifPresent(requires -> parts.addAll(Arrays.asList(requires.value())));
        context.getTestClass()
                .map(Class::getPackageName)
                .filter(name -> WITH_WINDOWS.stream().anyMatch(name::startsWith))
                .ifPresent(name -> parts.add(Part.DISPLAY));
        return parts;
    }

    private static synchronized void tell(Part part) {
        if (TOLD.add(part)) {
            System.out.println(part.sentence());
        }
    }
}
