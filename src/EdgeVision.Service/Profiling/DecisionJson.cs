using EdgeVision.Core.Operating;

namespace EdgeVision.Service.Profiling;

/// <summary>The offload decision as docs/formats/json-outputs.md has it.</summary>
internal sealed record DecisionJson(string Policy, bool MeetsDemand, string Why, DecisionPointJson Chosen, IReadOnlyList<DecisionPointJson> RunnersUp)
{
    public static DecisionJson Of(OffloadDecision decision) => new(
        decision.Policy.ToString(), decision.MeetsDemand, decision.Why, DecisionPointJson.Of(decision.Chosen, decision.Predicted, null),
        [.. decision.RunnersUp.Select(static one => DecisionPointJson.Of(one.Point, one.Predicted, one.Lost))]);
}
