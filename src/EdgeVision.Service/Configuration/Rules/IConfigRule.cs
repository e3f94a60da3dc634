namespace EdgeVision.Service.Configuration.Rules;

/// <summary>One thing that must hold beyond the form of single options. A rule speaks only of parts that are sound in form.</summary>
internal interface IConfigRule
{
    void Check(DeviceDraft draft);
}
