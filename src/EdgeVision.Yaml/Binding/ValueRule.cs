using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;

namespace EdgeVision.Yaml.Binding;

/// <summary>A rule on one option's value that an attribute states.</summary>
internal abstract class ValueRule
{
    public static IEnumerable<ValueRule> AllOf(PropertyInfo property, IValueBinder binder)
    {
        foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>(inherit: true))
        {
            ValueRule? rule = attribute switch
            {
                RangeAttribute range => new RangeRule(range, property, binder),
                RegularExpressionAttribute pattern => new PatternRule(pattern),
                MinLengthAttribute least => new LengthRule(least.Length, int.MaxValue),
                MaxLengthAttribute most => new LengthRule(0, most.Length),
                LengthAttribute both => new LengthRule(both.MinimumLength, both.MaximumLength),
                _ => null,
            };
            if (rule is not null)
            {
                yield return rule;
            }
        }
    }

    public abstract bool Holds(object value);

    /// <summary>Says what is wrong and what is allowed.</summary>
    public abstract string Refusal(object value);

    /// <summary>Adds the rule to the option's schema.</summary>
    public abstract void Describe(JsonObject schema);

    /// <summary>The rule for people where a schema has no word for it, such as "from 100ms to 1h"; else null.</summary>
    public virtual string? Remark => null;
}
