using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

internal sealed class TimezoneIsKnown : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        if (draft.IsSound("device.timezone") && draft.Config.Device?.Timezone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            var known = TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id);
            draft.Refuse("device.timezone", $"{Words.Quote(zone)} is not a time zone of this system{Spelling.Suggest(zone, known)}; write an IANA name such as Europe/Berlin");
        }
    }
}
