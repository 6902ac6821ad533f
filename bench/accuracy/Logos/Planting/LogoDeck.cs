using VideoIndex.Accuracy.Logos.Sets;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Deals the marks of a set, so that each is placed about as often: of six that are dealt, one is a look-alike.</summary>
internal sealed class LogoDeck(LogoSet set, Random random)
{
    private readonly Queue<Logo> _next = new();

    public Logo Deal()
    {
        if (_next.Count == 0)
        {
            Logo[] cards = [.. set.In(LogoRole.Placed), .. set.In(LogoRole.Placed), .. set.In(LogoRole.LookAlike)];
            random.Shuffle(cards);
            Array.ForEach(cards, _next.Enqueue);
        }

        return _next.Dequeue();
    }

    /// <summary>Deals a registered mark; look-alikes on the way are laid under.</summary>
    public Logo DealPlaced()
    {
        for (var logo = Deal(); ; logo = Deal())
        {
            if (logo.Role == LogoRole.Placed)
            {
                return logo;
            }

            _next.Enqueue(logo);
        }
    }
}
