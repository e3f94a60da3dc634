using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Imaging.Tensors;

/// <summary>
/// The plans of the last few transforms: several cameras and regions share a model's input. A plan for a new one is
/// worked out in the memory of the one not used for longest, so that moving regions allocate nothing.
/// </summary>
internal sealed class PlanCache(PictureSize input)
{
    private const int Capacity = 8;

    // Most recently used first.
    private readonly ResizePlan?[] _plans = new ResizePlan?[Capacity];

    internal ResizePlan For(FrameFormat source, in ImageTransform transform)
    {
        var at = 0;
        while (at < Capacity - 1 && _plans[at] is { } known && !known.IsFor(source, transform))
        {
            at++;
        }

        var plan = _plans[at] ??= new ResizePlan(input);
        if (!plan.IsFor(source, transform))
        {
            plan.Prepare(source, transform);
        }

        Array.Copy(_plans, 0, _plans, 1, at);
        _plans[0] = plan;
        return plan;
    }
}
