namespace EdgeVision.Core.Operating;

/// <summary>A point under a demand and a policy, with what it is ranked by.</summary>
internal sealed class Contender
{
    public Contender(PointCost point, PredictedCost predicted, OffloadPolicy policy, IReadOnlyList<CameraDemand> demand)
    {
        (Point, Predicted, Policy) = (point, predicted, policy);
        Distance = policy.DistanceOf(point);
        DeadlineMs = demand.Min(static one => one.Deadline.TotalMilliseconds);
        KeepsRate = predicted.Utilisation <= OffloadChoice.MostUtilisation || demand.Any(static one => double.IsPositiveInfinity(one.Fps));
        KeepsDeadline = predicted.WorstMs <= DeadlineMs;
        SpinsInVain = point.Point.Spinning && predicted.Utilisation < OffloadChoice.SpinningFrom;
    }

    public PointCost Point { get; }

    public PredictedCost Predicted { get; }

    public OffloadPolicy Policy { get; }

    /// <summary>From the policy's wish; 0 is wanted most.</summary>
    public int Distance { get; }

    public double DeadlineMs { get; }

    public bool KeepsRate { get; }

    public bool KeepsDeadline { get; }

    public bool SpinsInVain { get; }

    public bool MeetsDemand => KeepsRate && KeepsDeadline;

    /// <summary>
    /// A total order: spinning in vain last, then what keeps rate and deadline, what is wanted, what costs least. Where nothing
    /// keeps the demand, what is quickest comes first whatever is wanted, so that the least is lost.
    /// </summary>
    public static IComparer<Contender> BestFirst { get; } = Comparer<Contender>.Create(static (one, other) =>
    {
        var order = one.SpinsInVain.CompareTo(other.SpinsInVain);
        order = order != 0 ? order : other.MeetsDemand.CompareTo(one.MeetsDemand);
        order = order != 0 ? order : one.MeetsDemand ? CompareWanted(one, other) : CompareShort(one, other);
        return order != 0 ? order : PointCost.Order.Compare(one.Point.Point, other.Point.Point);
    });

    /// <summary>What the policy minimises.</summary>
    public double Score => Policy.Preference switch
    {
        OffloadPreference.LowestEnergy => Predicted.Energy,
        OffloadPreference.LowestLatency => Predicted.P95Ms,
        _ => Predicted.Product,
    };

    private static int CompareWanted(Contender one, Contender other) => Compare(
        one.Distance.CompareTo(other.Distance), one.Score.CompareTo(other.Score),
        one.Predicted.P95Ms.CompareTo(other.Predicted.P95Ms), one.Predicted.Energy.CompareTo(other.Predicted.Energy));

    private static int CompareShort(Contender one, Contender other) => Compare(
        one.Predicted.P95Ms.CompareTo(other.Predicted.P95Ms), one.Predicted.Energy.CompareTo(other.Predicted.Energy),
        other.Predicted.CapacityFps.CompareTo(one.Predicted.CapacityFps));

    private static int Compare(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
