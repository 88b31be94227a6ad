package io.attestore.command.ssm.parameter.subject;

import io.attestore.contract.operation.Call;
import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.entities.ssm.parameter.ParameterTier;

/**
 * Whether a tier of a namespace has room for one more parameter.
 *
 * <p>A yes is not conditional on the directory of all names as it is: then any two creations would overtake one
 * another. With room for n parameters, it stays a yes until n - 1 others have taken their places, and no event takes
 * more than one. So it is conditional on at most n - 1 events having come to the directory, which the log counts under
 * its lock, from whichever node they are: thousands may be under way while there is room for thousands, and the nearer
 * the limit comes, the fewer, down to one. The limit is never exceeded, and no margin or time is reckoned with: a node
 * that is far behind is rejected as soon as that matters. A no is decided on the newest directory, like any other
 * refusal.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/ssm.html">AWS: Parameter Store quotas</a>
 */
public final class ParameterRoom {

    private ParameterRoom() {}

    public static boolean isLeft(ParameterTier tier, Call call) {
        ParameterDirectory directory = call.peek(ParameterDirectory.TYPE, call.where(), seen -> seen.room(tier) - 1L);
        return directory.room(tier) > 0;
    }
}
