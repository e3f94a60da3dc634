using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.Movers;
using EdgeVision.Capture.Synthetic.Weather;
using EdgeVision.Capture.Synthetic.World;
using EdgeVision.Core.Geometry;

namespace EdgeVision.Capture.Synthetic;

/// <summary>
/// A street, drawn frame by frame, that knows exactly what is where. Any frame can be drawn without those before, and
/// the same options give the same bytes on every machine. Not for two threads at a time.
/// </summary>
public sealed class StreetScene
{
    private readonly StreetOptions _options;
    private readonly StreetLayout _layout;
    private readonly Backdrop _backdrop;
    private readonly Canvas _canvas;
    private readonly IdMask _mask;
    private readonly ScenePainter _painter;
    private readonly ShadowPlane _shadows;
    private readonly MoverPainter _moverPainter;
    private readonly Schedule _schedule;
    private readonly MoverList _movers = new();
    private readonly Climate _climate;
    private readonly RainStreaks _rain;
    private readonly Sensor _sensor;
    private readonly bool _soft;
    private long _composed = -1;
    private Conditions _conditions;

    public StreetScene(StreetOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var (width, height) = (options.Size.Width, options.Size.Height);
        _layout = new StreetLayout(options.Seed, width, height);
        _backdrop = new Backdrop(_layout);
        _canvas = new Canvas(width, height);
        _mask = new IdMask(width, height);
        var raster = new Raster(_canvas, _mask);
        _painter = new ScenePainter(_layout.Camera, raster);
        _shadows = new ShadowPlane(_layout);
        _moverPainter = new MoverPainter(_layout, _painter, _shadows);
        _schedule = new Schedule(_layout, options);
        _climate = new Climate(options);
        _rain = new RainStreaks(options.Seed, raster);
        var look = new CameraLook(options.Seed);
        _sensor = new Sensor(options.Seed, look);
        _soft = look.Soft;
    }

    /// <summary>Bytes of one frame: planar YUV 4:2:0 (I420), BT.601, limited range.</summary>
    public int ByteCount => _options.Size.Pixels * 3 / 2;

    /// <summary>Draws a frame.</summary>
    /// <param name="frameIndex">Counted from the scene's own beginning; at least 0.</param>
    /// <param name="i420">At least <see cref="ByteCount"/> bytes.</param>
    public void Render(long frameIndex, Span<byte> i420)
    {
        if (i420.Length < ByteCount)
        {
            throw new ArgumentException($"a {_options.Size} frame needs {ByteCount} bytes, not {i420.Length}", nameof(i420));
        }

        Compose(frameIndex);
        _sensor.Expose(_canvas, frameIndex, _conditions, i420);
    }

    /// <summary>Says what is in a frame, also what is wholly hidden; objects without a pixel in the picture are left out.</summary>
    public void Truth(long frameIndex, List<StreetObject> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        Compose(frameIndex);
        into.Clear();
        var id = 1;
        for (var i = 0; i < _movers.Count; i++)
        {
            ref readonly var mover = ref _movers[i];
            var depth = _layout.Camera.Depth(mover.At.Origin);
            Report(id++, Labels.Of(mover.Kind), mover.Id, depth, into);
            if (mover.Kind is MoverKind.Cyclist or MoverKind.Motorcyclist)
            {
                Report(id++, Labels.Person, mover.Id + 1, depth, into);
            }
        }
    }

    /// <summary>Which object owns each pixel of a frame, row by row: 0 for none, else its <see cref="StreetObject.MaskId"/>.</summary>
    /// <returns>Width x height bytes, valid until another frame is drawn.</returns>
    public ReadOnlySpan<byte> IdMask(long frameIndex)
    {
        Compose(frameIndex);
        return _mask.Ids;
    }

    private void Report(int id, string label, long lifeId, float depth, List<StreetObject> into)
    {
        ref readonly var full = ref _mask.Full(id);
        ref readonly var visible = ref _mask.Visible(id);
        if (full.Pixels > 0)
        {
            into.Add(new StreetObject(label, lifeId, Normalise(full), Normalise(visible), (float)visible.Pixels / full.Pixels, depth, id));
        }
    }

    private Box Normalise(in PixelExtent extent)
    {
        float width = _options.Size.Width, height = _options.Size.Height;
        return extent.Pixels == 0
            ? default
            : Box.FromCorners(extent.Left / width, extent.Top / height, extent.Right / width, extent.Bottom / height);
    }

    private void Compose(long frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frame);
        if (frame == _composed)
        {
            return;
        }

        _composed = -1;
        var time = frame / _options.FramesPerSecond;
        _conditions = _climate.At(time, frame);
        _layout.Camera.Shift = new Point2(_conditions.ShakeX, _conditions.ShakeY);
        _backdrop.Choose(_conditions.Mix);
        _backdrop.CopyTo(_canvas, _conditions.ShakeX, _conditions.ShakeY);
        _mask.Clear();
        _schedule.Collect(time, _movers);
        _moverPainter.Mix = _conditions.Mix;
        _moverPainter.Raining = _conditions.Rain > 0.1f;
        DrawShadows();
        DrawMovers();
        _mask.Measure();
        _rain.Draw(frame, _conditions.Rain, _conditions.Mix.Ambient.Luma);
        if (_soft)
        {
            Lens.Soften(_canvas);
        }

        _composed = frame;
    }

    private void DrawShadows()
    {
        _shadows.Clear();
        for (var i = 0; i < _movers.Count; i++)
        {
            _moverPainter.CastShadow(_movers[i]);
        }

        _shadows.Darken(_canvas);
        for (var i = 0; i < _movers.Count; i++)
        {
            _moverPainter.LightRoad(_movers[i]);
        }
    }

    /// <summary>From far to near, with the props between them.</summary>
    private void DrawMovers()
    {
        var prop = 0;
        var id = 1;
        for (var i = 0; i < _movers.Count; i++)
        {
            ref readonly var mover = ref _movers[i];
            prop = DrawProps(prop, mover.At.Origin.Z);
            _moverPainter.Draw(mover, id);
            id += mover.Kind is MoverKind.Cyclist or MoverKind.Motorcyclist ? 2 : 1;
        }

        DrawProps(prop, float.MinValue);
    }

    private int DrawProps(int next, float behind)
    {
        var props = _backdrop.Occluders;
        while (next < props.Length && props[next].Z > behind)
        {
            props[next++].Restore(_backdrop.Lit, _canvas, _mask, _conditions.ShakeX, _conditions.ShakeY);
        }

        return next;
    }
}
