using EdgeVision.Capture.Synthetic.Drawing;

namespace EdgeVision.Capture.Synthetic.Movers;

/// <summary>
/// Seeded arrivals on one way: time is cut into slots, and each slot has an arrival or none, with the chance of a
/// Poisson process. Any moment can be asked without those before; the gap at each slot's end keeps vehicles apart.
/// </summary>
internal sealed class Arrivals(ulong seed, int stream, float perMinute, float slotSeconds, float gapSeconds, Traffic traffic)
{
    private const float SpellSeconds = 70;

    /// <summary>First slot whose arrival may still be in sight.</summary>
    public long FirstSlot(double time, float longestStay) => (long)Math.Floor((time - longestStay) / slotSeconds);

    public long LastSlot(double time) => (long)Math.Floor(time / slotSeconds);

    /// <summary>Seconds since the slot's arrival; false when there is none or it is still to come.</summary>
    public bool TryGet(long slot, double time, out float age, out SeededRandom random, out long id)
    {
        random = new SeededRandom(seed, 100UL + (ulong)stream, (ulong)slot);
        id = ((long)(stream + 1) << 40) | ((slot & 0x3FFFFFFF) << 3);
        var start = (slot * (double)slotSeconds) + random.Range(0, slotSeconds - gapSeconds);
        age = (float)(time - start);
        return random.Chance(Likely(perMinute * slotSeconds / 60 * Bustle(start))) && age >= 0;
    }

    /// <summary>1 - e^-x by its series' reciprocal; good to 1 % below x = 2.</summary>
    private static float Likely(float x) => 1 - (1 / (1 + x + (x * x / 2) + (x * x * x / 6)));

    /// <summary>Streets have busy spells and lulls; a lull is the same for every way.</summary>
    private float Bustle(double time)
    {
        var spell = new SeededRandom(seed, 99, (ulong)(long)Math.Floor(time / SpellSeconds));
        var lull = traffic switch
        {
            Traffic.Quiet => 0.5f,
            Traffic.Normal => 0.3f,
            _ => 0.15f,
        };
        return spell.Chance(lull) ? 0 : spell.Range(0.6f, 1.7f);
    }
}
