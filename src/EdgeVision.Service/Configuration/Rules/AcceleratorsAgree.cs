using System.Globalization;
using EdgeVision.Service.Configuration.Options;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>auto chooses alone, and the CPU is one accelerator, not two.</summary>
internal sealed class AcceleratorsAgree : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        var all = draft.Config.Accelerators;
        if (!draft.IsSound("accelerators"))
        {
            return;
        }

        if (all.Count == 0)
        {
            draft.Refuse("accelerators", "is an empty list; write auto, or delete the key");
        }

        for (var i = 1; i < all.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"accelerators[{i}]");
            if (all.Any(a => a.Provider == AcceleratorKind.Auto))
            {
                draft.Refuse(path, "stands beside auto, which chooses by itself; write either auto or a list without it");
                return;
            }

            if (all.Take(i).Any(a => a.Provider == all[i].Provider))
            {
                draft.Refuse(path, "is listed a second time; give its threads in one entry");
            }
        }
    }
}
