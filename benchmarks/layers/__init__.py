"""How well text layers are judged, and what comes of pages whose layer is damaged or false."""
