using System.Globalization;

namespace EdgeVision.Core.Operating;

/// <summary>The words of a decision.</summary>
internal static class DecisionWords
{
    public static string Why(Contender best, IReadOnlyList<Contender> all, OffloadPolicy policy, IReadOnlyList<CameraDemand> demand)
    {
        var spinning = best.Point.Point.Spinning ? " spinning" : "";
        var figures = $"{best.Point.Point}{spinning}: {Figures(best.Predicted)}";
        var asked = Asked(best, demand);
        if (!best.MeetsDemand)
        {
            return $"{figures}; none of {all.Count} points keeps {asked} ({Shortfall(best)}), and this is the quickest";
        }

        var able = all.Count(static one => one.MeetsDemand);
        var missed = best.Distance == 0 ? "" : $"; nothing that was asked for ({policy}) keeps the demand or was measured";
        return $"{figures}; {Goal(policy)} of {able} of {all.Count} points that keep {asked}{missed}";
    }

    public static string Lost(Contender best, Contender other)
    {
        if (other.SpinsInVain && !best.SpinsInVain)
        {
            return Text($"spinning pays from {OffloadChoice.SpinningFrom:0 %} of its capacity on, and {other.Predicted.Utilisation:0 %} is asked for");
        }

        if (best.MeetsDemand && !other.MeetsDemand)
        {
            return Shortfall(other);
        }

        return other.Distance > best.Distance && best.MeetsDemand ? $"{other.Point.Point.Accelerator} is wanted less ({best.Policy})" : Dearer(best, other);
    }

    private static string Dearer(Contender best, Contender other)
    {
        var score = best.MeetsDemand ? other.Score / best.Score : other.Predicted.P95Ms / best.Predicted.P95Ms;
        var what = !best.MeetsDemand ? "latency" : best.Policy.Preference switch
        {
            OffloadPreference.LowestEnergy => "energy",
            OffloadPreference.LowestLatency => "latency",
            _ => "latency × energy",
        };
        return score > 1
            ? Text($"{Figures(other.Predicted)}: {score:0.00} × the {what} of the chosen")
            : $"{Figures(other.Predicted)}: no better in {what}, and the chosen comes first in the order of ties";
    }

    private static string Shortfall(Contender one) => one.KeepsRate
        ? Text($"{one.Predicted.WorstMs:0.0} ms, the deadline is {one.DeadlineMs:0} ms")
        : Text($"{one.Predicted.CapacityFps:0.0} fps at most");

    private static string Asked(Contender best, IReadOnlyList<CameraDemand> demand)
    {
        var fps = demand.Sum(static one => one.Fps);
        var rate = double.IsPositiveInfinity(fps) ? "as many fps as possible" : Text($"{fps:0.##} fps");
        return Text($"{rate} of {demand.Count} camera{(demand.Count == 1 ? "" : "s")} within {best.DeadlineMs:0} ms");
    }

    private static string Goal(OffloadPolicy policy) => policy.Preference switch
    {
        OffloadPreference.LowestEnergy => "least energy",
        OffloadPreference.LowestLatency => "least latency",
        _ => "least latency × energy",
    };

    private static string Figures(PredictedCost cost) => Text(
        $"p95 {cost.P95Ms:0.0} ms, {cost.CpuSeconds * 1000:0.0} CPU-ms, {(cost.InJoules ? Text($"{cost.Energy * 1000:0.0} mJ") : Text($"{cost.Energy * 1000:0.0} ms of work"))} an inference");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
