using System.ComponentModel.DataAnnotations;

namespace EdgeVision.Service.Configuration.Options;

/// <summary>Ids become topic levels, file names and metric labels: what all three allow.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdRuleAttribute : RegularExpressionAttribute
{
    public IdRuleAttribute()
        : base("[a-z0-9][a-z0-9_-]{0,62}")
        => ErrorMessage = "use 1 to 63 small letters, digits, '-' and '_', a letter or digit first";
}
