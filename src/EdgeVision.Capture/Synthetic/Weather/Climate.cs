using EdgeVision.Capture.Synthetic.Drawing;
using EdgeVision.Capture.Synthetic.World;

namespace EdgeVision.Capture.Synthetic.Weather;

/// <summary>How light, weather and camera change with time. Any moment can be asked without those before.</summary>
internal sealed class Climate
{
    /// <summary>One turn of day, dusk and night: the length of a day also for all that changes daily.</summary>
    internal const double CycleSeconds = 480;

    private const double ShowerSeconds = 80;
    private const double ExposureSeconds = 14;

    private readonly StreetOptions _options;
    private readonly float _phase;
    private readonly float _noise;
    private readonly bool _sways;

    public Climate(StreetOptions options)
    {
        var random = new SeededRandom(options.Seed, 41);
        _options = options;
        _phase = random.Range(0.02f, 0.28f);
        _noise = random.Range(0.8f, 2.0f);
        _sways = random.Chance(0.5f);
    }

    public Conditions At(double time, long frame)
    {
        var rain = Rain(time);
        var mix = Mix(time, rain);
        var noise = _noise * (1 + (1.6f * mix.Night / 256f) + (0.5f * mix.Dusk / 256f));
        var shakeX = Shake(frame, 43);
        return new Conditions(mix, rain, Gain(time), noise, shakeX, Shake(frame, 44));
    }

    /// <summary>0 below the first edge, 1 between the middle ones, 0 above the last, with even slopes.</summary>
    private static float Trapeze(float x, float a, float b, float c, float d) =>
        Math.Clamp(Math.Min((x - a) / (b - a), (d - x) / (d - c)), 0, 1);

    private static float Fraction(double x) => (float)(x - Math.Floor(x));

    private LightMix Mix(double time, float rain)
    {
        var phase = _options.Light switch
        {
            StreetLight.Day => 0.3f,
            StreetLight.Dusk => 0.575f,
            StreetLight.Night => 0.75f,
            _ => Fraction((time / CycleSeconds) + _phase),
        };
        var night = Trapeze(phase, 0.60f, 0.66f, 0.88f, 0.93f);
        var day = phase < 0.5f ? Trapeze(phase, -0.05f, 0f, 0.48f, 0.56f) : Trapeze(phase, 0.95f, 1.0f, 1.1f, 1.2f) + Trapeze(phase, -1, -0.9f, 0.48f, 0.56f);
        day = Math.Clamp(day, 0, 1 - night);
        var cloud = ValueNoise.At((float)(time / 37), 0.5f, _options.Seed + 50);
        var overcast = Math.Max(Math.Clamp((cloud - 0.5f) * 5, 0, 1), Math.Min(1, rain * 4));
        var nightShare = (int)(night * 256);
        var dayShare = Math.Min((int)(day * 256), 256 - nightShare);
        var greyShare = (int)(dayShare * overcast);
        return new LightMix(dayShare - greyShare, greyShare, 256 - nightShare - dayShare, nightShare);
    }

    private float Rain(double time)
    {
        if (_options.Weather != StreetWeather.Changing)
        {
            return _options.Weather == StreetWeather.Rain ? 0.7f : 0;
        }

        var slot = Math.Floor(time / ShowerSeconds);
        var random = new SeededRandom(_options.Seed, 45, (ulong)(long)slot);
        var wet = random.Chance(0.16f);
        return wet ? random.Range(0.3f, 1) * Trapeze((float)(time - (slot * ShowerSeconds)), 0, 8, 70, 80) : 0;
    }

    /// <summary>Now and then the exposure jumps, and finds back within two seconds.</summary>
    private float Gain(double time)
    {
        var slot = Math.Floor(time / ExposureSeconds);
        var random = new SeededRandom(_options.Seed, 46, (ulong)(long)slot);
        var drift = 1 + (0.05f * (ValueNoise.At((float)(time / 11), 2.5f, _options.Seed + 51) - 0.5f));
        if (!random.Chance(0.14f))
        {
            return drift;
        }

        var jump = random.Chance(0.5f) ? random.Range(0.72f, 0.9f) : random.Range(1.1f, 1.3f);
        var since = (float)(time - (slot * ExposureSeconds)) - random.Range(1, 8);
        return drift * (1 + ((jump - 1) * Trapeze(since, 0, 0.01f, 1.2f, 2.2f)));
    }

    private int Shake(long frame, ulong axis)
    {
        var gust = ValueNoise.At((float)(frame / 25), 7.5f, _options.Seed + 52);
        if (!_sways || gust < 0.72f)
        {
            return 0;
        }

        return 2 * (new SeededRandom(_options.Seed, axis, (ulong)frame).Below(3) - 1);
    }
}
