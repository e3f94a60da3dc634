using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Detections;
using EdgeVision.Core.Frames;
using EdgeVision.Core.Geometry;
using EdgeVision.Core.Operating;
using EdgeVision.Core.Ports;

namespace EdgeVision.Service.Tests.Truth;

/// <summary>A detector that draws the street itself and says what is there, with known errors; it keeps its own books.</summary>
internal sealed class KnowingDetector(StreetOptions street, KnownErrors errors) : IDetector
{
    private readonly StreetScene _scene = new(street);
    private readonly List<StreetObject> _truth = [];
    private readonly List<Detection>[] _answers = [[], []];

    /// <summary>Objects that are a quarter visible and six pixels wide and high: the label rules' own words.</summary>
    public int Objects { get; private set; }

    public int Missed { get; private set; }

    public int Invented { get; private set; }

    public int Hidden { get; private set; }

    public OperatingPoint Point { get; } = new("knowing", "00", new PictureSize(8, 8), "fake", 1, false);

    // Not in the street's order, and with a label that it does not have.
    public LabelSet Labels { get; } = new(["truck", "bus", "Kite", "motorcycle", "car", "bicycle", "Person"]);

    public int Slots => 2;

    public void Prepare(int slot, Frame frame, ReadOnlySpan<Box> regions)
    {
        _answers[slot].Clear();
        _scene.Truth((long)Math.Round(frame.Stamp.MediaTime.TotalSeconds * street.FramesPerSecond) + street.Start, _truth);
        foreach (var one in _truth)
        {
            Answer(slot, one);
        }

        for (var i = 0; i < errors.Invented; i++)
        {
            // Specks of a pixel: nothing that counts can overlap them by half.
            _answers[slot].Add(new Detection(new Box(.01f * i, 0, 1f / street.Size.Width, 1f / street.Size.Height), Labels.IndexOf("bus"), .9f));
            _answers[slot].Add(new Detection(new Box(.01f * i, .5f, .1f, .1f), Labels.IndexOf("kite"), .9f));
            Invented++;
        }
    }

    public ValueTask<InferenceOutcome> Submit(int slot) => ValueTask.FromResult(new InferenceOutcome(TimeSpan.FromMilliseconds(1)));

    public void Decode(int slot, DetectionSet into) => _answers[slot].ForEach(one => into.Add(one));

    public void Dispose()
    {
    }

    private void Answer(int slot, in StreetObject one)
    {
        var box = one.VisibleBox;
        var counts = one.VisibleFraction >= .25 && Math.Round(box.Width * street.Size.Width) >= 6 && Math.Round(box.Height * street.Size.Height) >= 6;
        if (!counts && (one.VisibleFraction <= 0 || !errors.WithHidden))
        {
            return;
        }

        if (!counts)
        {
            Hidden++;
        }
        else if (++Objects % Math.Max(errors.MissEvery, 1) == 0 && errors.MissEvery > 0)
        {
            Missed++;
            return;
        }

        // Less sure of what is hidden, as any detector would be.
        _answers[slot].Add(new Detection(box with { X = box.X + (errors.Shift * box.Width) }, Labels.IndexOf(one.Label), counts ? .8f : .5f));
    }
}
