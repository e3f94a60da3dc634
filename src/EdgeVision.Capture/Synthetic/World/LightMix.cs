using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.World;

/// <summary>Shares of the four prepared lights, in 256ths that add up to 256.</summary>
internal readonly record struct LightMix(int Sunny, int Overcast, int Dusk, int Night)
{
    public float Lamps => Blend(static l => l.Lamps);

    public float Shadow => Blend(static l => l.Shadow);

    public Rgb Ambient => (Light.Sunny.Ambient * Share(Sunny)) + (Light.Overcast.Ambient * Share(Overcast))
        + (Light.Dusk.Ambient * Share(Dusk)) + (Light.Night.Ambient * Share(Night));

    public Rgb Sun => (Light.Sunny.Sun * Share(Sunny)) + (Light.Overcast.Sun * Share(Overcast))
        + (Light.Dusk.Sun * Share(Dusk)) + (Light.Night.Sun * Share(Night));

    public Rgb Sky => (Light.Sunny.SkyLow * Share(Sunny)) + (Light.Overcast.SkyLow * Share(Overcast))
        + (Light.Dusk.SkyLow * Share(Dusk)) + (Light.Night.SkyLow * Share(Night));

    private static float Share(int part) => part / 256f;

    private float Blend(Func<Light, float> of) => (of(Light.Sunny) * Share(Sunny)) + (of(Light.Overcast) * Share(Overcast))
        + (of(Light.Dusk) * Share(Dusk)) + (of(Light.Night) * Share(Night));
}
