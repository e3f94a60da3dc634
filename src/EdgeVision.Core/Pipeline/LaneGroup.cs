using EdgeVision.Core.Operating;

namespace EdgeVision.Core.Pipeline;

/// <summary>The lanes one accelerator serves, and the scheduler's view of them.</summary>
public sealed class LaneGroup(IReadOnlyList<CameraLane> lanes)
{
    private readonly CameraLane[] _lanes = [.. lanes];
    private readonly LaneView[] _views = new LaneView[lanes.Count];

    public CameraLane this[int index] => _lanes[index];

    public int IndexOf(CameraLane lane) => Array.IndexOf(_lanes, lane);

    /// <summary>The lanes as they are now.</summary>
    public ReadOnlySpan<LaneView> Look(PowerBudget budget)
    {
        for (var i = 0; i < _lanes.Length; i++)
        {
            _views[i] = _lanes[i].View(budget);
        }

        return _views;
    }

    /// <summary>Counts a frame towards its lane's rate and share, as of the last look.</summary>
    public void NoteTaken(CameraLane lane, TimeSpan mediaTime, PowerBudget budget)
    {
        var served = lane.NoteTaken(mediaTime, budget);
        for (var i = 0; i < _lanes.Length; i++)
        {
            if (!_views[i].HasFrame)
            {
                _lanes[i].ForgoUpTo(served);
            }
        }
    }
}
