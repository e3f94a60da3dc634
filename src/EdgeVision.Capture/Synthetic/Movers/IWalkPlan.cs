using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>The ways people take on one pavement.</summary>
internal interface IWalkPlan
{
    /// <summary>Metres of the longest way.</summary>
    float LongestWay { get; }

    /// <summary>Share of the walkers who take one of these ways.</summary>
    float Share { get; }

    WalkPath Choose(ref SeededRandom random);
}
