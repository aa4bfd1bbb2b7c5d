"""Documents that are not JSON, their values marked: each format writes itself and says where its values stand."""
