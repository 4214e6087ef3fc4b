package dev.callsift.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Disables tests where no Chromium is installed, and says so; where {@code CI=true} they run, and fail, all the same. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsBrowser.Condition.class)
@interface NeedsBrowser {

    /** Looks for the browser. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.find().isPresent() || Boolean.parseBoolean(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("a browser is expected");
            }
            return ConditionEvaluationResult.disabled(
                    "no Chromium on the path: install chromium (or set CALLSIFT_CHROMIUM to one) to run the browser tests");
        }
    }
}
