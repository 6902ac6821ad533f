namespace VideoIndex.Speech.LongForm;

/// <summary>What a window is told of those before it.</summary>
/// <param name="options">How much it is told.</param>
internal sealed class History(LongFormOptions options)
{
    private readonly List<int> _said = [];
    private bool _begun;

    /// <summary>Gets the tokens the next window is told.</summary>
    public IReadOnlyList<int> Prompt
    {
        get
        {
            if (!options.CarryInitialPrompt)
            {
                return _begun ? [.. _said] : [.. options.InitialPrompt, .. _said];
            }

            // With no room left the official program takes everything, and with less than none it leaves out as many from the first.
            var room = options.PromptLength - options.InitialPrompt.Count;
            return [.. options.InitialPrompt, .. _said.Skip(room > 0 ? Math.Max(0, _said.Count - room) : -room)];
        }
    }

    /// <summary>Adds the tokens of passages.</summary>
    public void Add(IEnumerable<int> tokens) => _said.AddRange(tokens);

    /// <summary>Forgets all, the initial prompt too unless it is carried.</summary>
    public void Reset()
    {
        _said.Clear();
        _begun = true;
    }
}
