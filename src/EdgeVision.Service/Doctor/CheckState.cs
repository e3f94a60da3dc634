namespace EdgeVision.Service.Doctor;

/// <summary>What a check says of one thing.</summary>
public enum CheckState
{
    Ok,

    /// <summary>It works, but not as well or as long as it should.</summary>
    Warn,

    /// <summary>Something will not work until it is mended.</summary>
    Fail,
}
