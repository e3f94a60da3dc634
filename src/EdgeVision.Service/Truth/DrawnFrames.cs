using System.Diagnostics.CodeAnalysis;
using EdgeVision.Capture.Synthetic;

namespace EdgeVision.Service.Truth;

/// <summary>What the last frames of a synthetic camera truly show, by their media time. Capture writes, the inference loop reads.</summary>
public sealed class DrawnFrames
{
    // More than ever wait between capture and result.
    private const int Kept = 64;

    private readonly Lock _gate = new();
    private readonly (TimeSpan Time, StreetObject[]? Objects)[] _ring = new (TimeSpan, StreetObject[]?)[Kept];
    private int _next;

    /// <param name="mediaTime">Of the frame.</param>
    /// <param name="objects">Copied.</param>
    public void Add(TimeSpan mediaTime, List<StreetObject> objects)
    {
        StreetObject[] copy = [.. objects];
        lock (_gate)
        {
            _ring[_next] = (mediaTime, copy);
            _next = (_next + 1) % Kept;
        }
    }

    /// <summary>False when the frame is not, or no longer, known.</summary>
    public bool TryGet(TimeSpan mediaTime, [NotNullWhen(true)] out StreetObject[]? objects)
    {
        lock (_gate)
        {
            // The newest first: a source that was opened anew begins again at zero.
            for (var back = 1; back <= Kept; back++)
            {
                var (time, held) = _ring[(_next - back + Kept) % Kept];
                if (held is not null && time == mediaTime)
                {
                    objects = held;
                    return true;
                }
            }
        }

        objects = null;
        return false;
    }
}
