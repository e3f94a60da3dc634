namespace EdgeVision.Inference.Tests.Containment.Fakes;

/// <summary>What a simulated device does with its next openings and runs.</summary>
internal enum Mood
{
    Well,

    /// <summary>Answers from within Submit.</summary>
    Instant,

    /// <summary>Answers when told, or when it is closed.</summary>
    Hangs,
    Throws,
    Fails,
    GivesNan,
    GivesInfinity,

    /// <summary>A confidence of 7.</summary>
    GivesNonsense,

    IsLost,

    /// <summary>Not found when opened; runs fail with the device gone.</summary>
    Unplugged,

    /// <summary>Found, but does not open.</summary>
    Refuses,

    /// <summary>Opens, and sees something else than others do.</summary>
    IsWrong,
}
