namespace EdgeVision.Service.Configuration.Options;

public enum LogChoice
{
    Trace,
    Debug,
    Info,
    Warning,
    Error,
}
