using EdgeVision.Yaml.Nodes;
using EdgeVision.Yaml.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EdgeVision.Yaml.Reading;

/// <summary>Builds nodes from parser events with a stack of its own, so that depth costs memory that a limit bounds and never the thread's stack.</summary>
internal sealed class TreeBuilder(string source, YamlLimits limits, ProblemList problems)
{
    private readonly Stack<OpenNode> _open = new();
    private int _nodes;
    private int _documents;

    public YamlNode? Root { get; private set; }

    /// <summary>Place of the newest event.</summary>
    public Origin Last { get; private set; } = new(source, 1, 1);

    /// <summary>What may be unfinished, for the message when the parser gives up; or nothing.</summary>
    public string Unfinished => _open.TryPeek(out var inner) ? inner.Remark : "";

    /// <returns>False when reading has to end here.</returns>
    public bool Take(ParsingEvent happened)
    {
        Last = new Origin(source, (int)happened.Start.Line, (int)happened.Start.Column);
        return happened switch
        {
            DocumentStart => StartDocument(),
            Scalar scalar => TakeScalar(scalar),
            MappingStart mapping => Open(mapping, isMapping: true, mapping.Style == MappingStyle.Flow),
            SequenceStart sequence => Open(sequence, isMapping: false, sequence.Style == SequenceStyle.Flow),
            MappingEnd or SequenceEnd => Place(_open.Pop().Close()),
            AnchorAlias alias => TakeAlias(alias),
            _ => true,
        };
    }

    private bool StartDocument() => ++_documents == 1 || Stop("starts a second document; one file holds one document, delete this --- and what follows");

    private bool TakeScalar(Scalar scalar)
    {
        if (scalar.Value.Length > limits.ScalarLength)
        {
            return Stop($"holds a text of {scalar.Value.Length} characters; {limits.ScalarLength} are allowed");
        }

        if (!Count())
        {
            return false;
        }

        NoteAnchorAndTag(scalar);
        if (_open.TryPeek(out var parent) && parent.WantsKey)
        {
            TakeKey(parent, scalar.Value);
            return true;
        }

        return Place(new YamlScalar(Last, scalar.Value, scalar.Style == ScalarStyle.Plain));
    }

    private void TakeKey(OpenNode parent, string key)
    {
        if (parent.SetKey(key, Last) is { } first)
        {
            problems.Add(Last, "", $"gives the key {Words.Quote(key)} a second time (first in line {first.Line}); keep one of the two");
        }
    }

    private bool Open(NodeEvent start, bool isMapping, bool isBracketed)
    {
        if (_open.Count >= limits.Depth)
        {
            return Stop($"is nested deeper than {limits.Depth} levels, which no such file needs; look for a bracket too many");
        }

        if (_open.TryPeek(out var parent) && parent.WantsKey)
        {
            return Stop("uses a list or mapping as a key; a key is one word, and text with { or [ needs quotes");
        }

        NoteAnchorAndTag(start);
        _open.Push(new OpenNode(Last, isMapping, isBracketed));
        return Count();
    }

    private bool TakeAlias(AnchorAlias alias)
    {
        problems.Add(Last, "", $"uses the alias *{alias.Value}; aliases are not supported, write the value out (text that starts with * needs quotes)");
        if (_open.TryPeek(out var parent) && parent.WantsKey)
        {
            return false;
        }

        return Count() && Place(new YamlScalar(Last, "", isPlain: true));
    }

    private void NoteAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            problems.Add(Last, "", $"sets the anchor &{node.Anchor.Value}; anchors are not supported, delete it (text that starts with & needs quotes)");
        }

        if (!node.Tag.IsEmpty)
        {
            problems.Add(Last, "", $"uses the tag {Words.Quote(node.Tag.ToString())}; tags are not supported, delete it (text that starts with ! needs quotes)");
        }
    }

    private bool Count() => ++_nodes <= limits.Nodes || Stop($"holds more than {limits.Nodes} values, which no such file needs; is this the right file?");

    private bool Place(YamlNode node)
    {
        if (_open.TryPeek(out var parent))
        {
            parent.Add(node);
        }
        else
        {
            Root ??= node;
        }

        return true;
    }

    private bool Stop(string message)
    {
        problems.Add(Last, "", message);
        return false;
    }
}
